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
 * Tells the customer that their message was read and is being answered, when the answer takes a moment; one that comes at once
 * needs no sign. Best effort and beside the work.
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

    /** The sign, to be cancelled when the answer is there. */
    Future<?> over(ReplyPlan plan) {
        return timer.schedule(() -> show(plan), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void show(ReplyPlan plan) {
        if (plan.providerMessageId() == null) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    connectors.of(plan.account().provider()).markRead(plan.account(), plan.providerMessageId(), true);
                } catch (ProviderFailure e) {
                    LOG.fine(() -> "typing not shown for message " + plan.messageId() + ": " + e.code());
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.fine(() -> "typing not shown for message " + plan.messageId() + ": busy");
        }
    }
}
