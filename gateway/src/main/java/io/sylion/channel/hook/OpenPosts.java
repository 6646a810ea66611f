package io.sylion.channel.hook;

import io.sylion.platform.guard.Precedence;
import io.undertow.server.HttpServerExchange;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The posts that have no answer yet. One look now and then ends those whose time is over: cheaper than a clock for each. */
@ApplicationScoped
class OpenPosts {
    private static final long LOOK_MS = 250;

    @Resource
    ManagedScheduledExecutorService timer;

    @Inject
    WebhookSettings settings;

    @Inject
    Precedence precedence;

    private final Set<WebhookExchange> open = ConcurrentHashMap.newKeySet();
    private ScheduledFuture<?> looking;

    /** With the application: the threads that read connections know nothing of its names. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        looking = timer.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * @param refused told of a refusal that became the answer
     * @param over run once, when the answer stands
     */
    WebhookExchange open(HttpServerExchange http, Consumer<Refusal> refused, Runnable over) {
        WebhookExchange exchange = new WebhookExchange(http, refused, answered -> {
            open.remove(answered);
            precedence.end();
            over.run();
        });
        open.add(exchange);
        precedence.begin();
        return exchange;
    }

    private void look() {
        long limit = settings.timeLimit().toNanos();
        open.forEach(exchange -> {
            if (exchange.nanos() > limit) {
                exchange.refuse(Refusal.TIME_OUT);
            }
        });
    }

    @PreDestroy
    void stop() {
        looking.cancel(false);
    }
}
