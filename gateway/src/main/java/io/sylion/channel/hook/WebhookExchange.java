package io.sylion.channel.hook;

import io.undertow.server.HttpServerExchange;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One post that is being answered. The first answer counts, be it of the broker, of the clock or of a check. */
final class WebhookExchange {
    private static final Logger LOG = Logger.getLogger(WebhookExchange.class.getName());

    private final HttpServerExchange http;
    private final Consumer<Refusal> refused;
    private final Consumer<WebhookExchange> over;
    private final long openedAt = System.nanoTime();
    private final AtomicBoolean answered = new AtomicBoolean();

    /**
     * @param refused told of a refusal that became the answer
     * @param over told once, when the answer stands
     */
    WebhookExchange(HttpServerExchange http, Consumer<Refusal> refused, Consumer<WebhookExchange> over) {
        this.http = http;
        this.refused = refused;
        this.over = over;
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

    boolean isOver() {
        return answered.get();
    }

    /** The connection is written by the thread that reads it: a commit's many answers wake that thread once. */
    private boolean answer(Refusal reason) {
        if (!answered.compareAndSet(false, true)) {
            return false;
        }
        over.accept(this);
        if (http.isInIoThread()) {
            send(reason);
        } else {
            http.getIoThread().execute(() -> send(reason));
        }
        return true;
    }

    @SuppressWarnings("IllegalCatch") // an answer that nobody hears must not cost others theirs
    private void send(Refusal reason) {
        try {
            if (reason == null) {
                WebhookAnswer.accept(http);
            } else {
                WebhookAnswer.refuse(http, reason);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "nobody hears the answer", e);
        }
    }
}
