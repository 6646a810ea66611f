package io.sylion.channel.hook;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One post that is being answered. The first answer counts, be it of the broker, of the clock or of a check. */
final class WebhookExchange implements AsyncListener {
    private static final Logger LOG = Logger.getLogger(WebhookExchange.class.getName());

    private final AsyncContext async;
    private final HttpServletResponse response;
    private final Consumer<Refusal> refused;
    private final Runnable over;
    private final long openedAt = System.nanoTime();
    private boolean answered;

    /**
     * @param refused told of a refusal that became the answer
     * @param over run once, when the answer stands
     */
    WebhookExchange(HttpServletRequest request, Duration limit, Consumer<Refusal> refused, Runnable over) {
        this.refused = refused;
        this.over = over;
        async = request.startAsync();
        response = (HttpServletResponse) async.getResponse();
        async.setTimeout(limit.toMillis());
        async.addListener(this);
    }

    /** Says that all is well; false when another answer came first. */
    boolean accept() {
        return answer(null);
    }

    void refuse(Refusal reason) {
        if (answer(reason)) {
            refused.accept(reason);
        }
    }

    /** Time since the request's head was read. */
    long nanos() {
        return System.nanoTime() - openedAt;
    }

    synchronized boolean isOver() {
        return answered;
    }

    private synchronized boolean answer(Refusal reason) {
        if (answered) {
            return false;
        }
        answered = true;
        try {
            if (reason == null) {
                WebhookAnswer.accept(response);
            } else {
                WebhookAnswer.refuse(response, reason);
            }
            async.complete();
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "nobody hears the answer: {0}", e.getMessage());
        } finally {
            over.run();
        }
        return true;
    }

    /** Waits for an answer that another thread is giving. */
    @Override
    public void onTimeout(AsyncEvent event) {
        refuse(Refusal.TIME_OUT);
    }

    @Override
    public void onError(AsyncEvent event) {
        refuse(Refusal.BROKEN_OFF);
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
