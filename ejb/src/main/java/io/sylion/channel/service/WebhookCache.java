package io.sylion.channel.service;

import io.sylion.channel.api.ChannelsUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Remembers webhook addresses for a few seconds, unknown ones too. One load per address at a time; what is a little old
 * answers at once while it is loaded anew, and what is known goes on answering when loading fails.
 */
class WebhookCache {
    private static final int SIZE = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration USABLE = Duration.ofMinutes(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final Function<WebhookAddress, WebhookEntry> loader;
    private final Executor executor;
    private final Clock clock;
    private final Duration patience;
    private final Map<WebhookAddress, Remembered> remembered =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<WebhookAddress, Remembered> eldest) {
                    return size() > SIZE;
                }
            });
    private final ConcurrentMap<WebhookAddress, CompletableFuture<WebhookEntry>> loading = new ConcurrentHashMap<>();
    private volatile Failure lastFailure;

    private record Remembered(WebhookEntry entry, Instant at) {}

    private record Failure(Throwable cause, Instant at) {}

    WebhookCache(Function<WebhookAddress, WebhookEntry> loader, Executor executor, Clock clock, Duration patience) {
        this.loader = loader;
        this.executor = executor;
        this.clock = clock;
        this.patience = patience;
    }

    /** @throws ChannelsUnavailable when nothing is remembered and nothing can be loaded in time */
    WebhookEntry get(WebhookAddress address) {
        Remembered known = remembered.get(address);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known.entry();
        }
        boolean answers = known != null && known.entry().isKnown();
        Failure failure = lastFailure;
        if (failure != null && now.isBefore(failure.at().plus(PAUSE_AFTER_FAILURE))) {
            if (answers) {
                return known.entry();
            }
            throw new ChannelsUnavailable(failure.cause());
        }
        CompletableFuture<WebhookEntry> load = load(address);
        if (answers && now.isBefore(known.at().plus(USABLE))) {
            return known.entry();
        }
        try {
            return load.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            if (answers) {
                return known.entry();
            }
            throw new ChannelsUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChannelsUnavailable(e);
        }
    }

    /** Whether {@link #get} would answer without waiting. */
    boolean isAtHand(WebhookAddress address) {
        Remembered known = remembered.get(address);
        return known != null
                && known.entry().isKnown()
                && clock.instant().isBefore(known.at().plus(USABLE));
    }

    void forget(WebhookAddress address) {
        remembered.remove(address);
    }

    private CompletableFuture<WebhookEntry> load(WebhookAddress address) {
        CompletableFuture<WebhookEntry> mine = new CompletableFuture<>();
        CompletableFuture<WebhookEntry> running = loading.putIfAbsent(address, mine);
        if (running != null) {
            return running;
        }
        try {
            executor.execute(() -> fill(address, mine));
        } catch (RuntimeException e) {
            loading.remove(address);
            mine.completeExceptionally(e);
        }
        return mine;
    }

    @SuppressWarnings("IllegalCatch") // whatever went wrong, those who wait must hear of it
    private void fill(WebhookAddress address, CompletableFuture<WebhookEntry> waiting) {
        try {
            WebhookEntry entry = loader.apply(address);
            remembered.put(address, new Remembered(entry, clock.instant()));
            lastFailure = null;
            loading.remove(address);
            waiting.complete(entry);
        } catch (RuntimeException | Error e) {
            lastFailure = new Failure(e, clock.instant());
            loading.remove(address);
            waiting.completeExceptionally(e);
        }
    }
}
