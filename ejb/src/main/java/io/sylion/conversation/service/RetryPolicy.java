package io.sylion.conversation.service;

import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.api.ProviderFailure.Remedy;
import java.time.Duration;
import java.util.Optional;

/** Whether and when a failed send is tried again. */
final class RetryPolicy {
    private static final int MOST_RETRIES = 8;
    private static final int MOST_WAITS = 12;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private RetryPolicy() {}

    /** The delay before the next attempt; empty when there is none: not after an uncertain outcome, nor for good. */
    static Optional<Duration> delay(ProviderFailure failure, int attempt) {
        if (failure.isUncertain()) {
            return Optional.empty();
        }
        if (failure.remedy() == Remedy.RETRY && attempt < MOST_RETRIES) {
            return Optional.of(failure.retryAfter().orElse(grown(Duration.ofSeconds(1), 2, attempt)));
        }
        if (failure.remedy() == Remedy.WAIT && attempt < MOST_WAITS) {
            return Optional.of(failure.retryAfter().orElse(grown(Duration.ofSeconds(1), 4, attempt - 1)));
        }
        return Optional.empty();
    }

    private static Duration grown(Duration first, int factor, int times) {
        double seconds = first.toSeconds() * Math.pow(factor, Math.min(times, 10));
        return seconds >= LONGEST.toSeconds() ? LONGEST : Duration.ofMillis((long) (seconds * 1000));
    }
}
