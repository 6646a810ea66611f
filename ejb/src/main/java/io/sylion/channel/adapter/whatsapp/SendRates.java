package io.sylion.channel.adapter.whatsapp;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.api.ProviderFailure.Remedy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps to the provider's limits before the provider must refuse: messages per second of a number, and messages to one
 * customer (a burst that borrows from the time after it). Counts in this node only; the provider's refusals cover the rest.
 */
@ApplicationScoped
class SendRates {
    private static final int PAIRS = 20_000;
    private static final int NUMBERS = 5_000;

    @Inject
    WhatsAppSettings settings;

    private final Map<String, Bucket> pairs = new Recent<>(PAIRS);
    private final Map<UUID, Bucket> numbers = new Recent<>(NUMBERS);

    /** @throws ProviderFailure WAIT, with the time to wait, when a limit is reached; nothing is counted then */
    void take(UUID channelId, String recipient) {
        Bucket pair = pair(channelId + ">" + recipient);
        ConsumptionProbe toCustomer = pair.tryConsumeAndReturnRemaining(1);
        if (!toCustomer.isConsumed()) {
            throw wait("pair-rate", "too many messages to this customer", toCustomer);
        }
        ConsumptionProbe ofNumber = number(channelId).tryConsumeAndReturnRemaining(1);
        if (!ofNumber.isConsumed()) {
            pair.addTokens(1);
            throw wait("number-rate", "too many messages from this number", ofNumber);
        }
    }

    private static ProviderFailure wait(String code, String words, ConsumptionProbe probe) {
        return new ProviderFailure(Remedy.WAIT, code, words, Duration.ofNanos(probe.getNanosToWaitForRefill()), false);
    }

    private Bucket pair(String key) {
        synchronized (pairs) {
            return pairs.computeIfAbsent(
                    key,
                    k -> Bucket.builder()
                            .addLimit(limit ->
                                    limit.capacity(settings.pairBurst()).refillGreedy(1, settings.pairRefill()))
                            .build());
        }
    }

    private Bucket number(UUID channelId) {
        synchronized (numbers) {
            return numbers.computeIfAbsent(
                    channelId,
                    k -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(settings.numberPerSecond())
                                    .refillGreedy(settings.numberPerSecond(), Duration.ofSeconds(1)))
                            .build());
        }
    }

    /** The buckets used last; those left out have filled up again by then. */
    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private final int limit;

        Recent(int limit) {
            super(64, 0.75f, true);
            this.limit = limit;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > limit;
        }
    }
}
