package io.sylion.assistant.service;

import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.service.PlatformConnectors;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the customer that their message was read and, when the answer takes a moment, that somebody types. Best effort and beside
 * the work.
 */
@ApplicationScoped
class TypingSign {
    private static final Logger LOG = Logger.getLogger(TypingSign.class.getName());

    @Inject
    PlatformConnectors connectors;

    @Inject
    @ConfigProperty(name = "sylion.assistant.typing-after", defaultValue = "PT0.4S")
    Duration after;

    @Resource
    ManagedExecutorService executor;

    private ScheduledThreadPoolExecutor timer;

    @PostConstruct
    void open() {
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("typing-sign").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }

    /** An answer is begun; the sign shows itself when that takes a moment, and has to be {@linkplain #end ended}. */
    Future<?> begin(ReplyPlan plan) {
        return timer.schedule(() -> tell(plan, true), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The answer is there; the message counts as read also when the sign never showed. */
    void end(ReplyPlan plan, Future<?> sign) {
        if (sign.cancel(false)) {
            tell(plan, false);
        }
    }

    private void tell(ReplyPlan plan, boolean typing) {
        if (plan.providerMessageId() == null) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    connectors.of(plan.account().provider()).markRead(plan.account(), plan.providerMessageId(), typing);
                } catch (ProviderFailure e) {
                    LOG.fine(() -> "message " + plan.messageId() + " not marked as read: " + e.code());
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.fine(() -> "message " + plan.messageId() + " not marked as read: busy");
        }
    }
}
