package io.sylion.channel.adapter.whatsapp;

import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.api.ProviderFailure.Remedy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;

/**
 * Leaves one provider host alone for a while after failures in a row, so that work waits in its queue and not in threads.
 * After the pause one call at a time tries again; the first that succeeds closes the circuit. Only failures of the provider
 * count (no answer, 5xx), not refusals. (Fault Tolerance's breaker counts per method, not per host: hence this one.)
 */
final class CircuitBreaker {
    private static final Logger LOG = Logger.getLogger(CircuitBreaker.class.getName());

    private final String host;
    private final int limit;
    private final Duration pause;
    private final Clock clock;
    private int failures;
    private Instant openUntil;

    CircuitBreaker(String host, int limit, Duration pause, Clock clock) {
        this.host = host;
        this.limit = limit;
        this.pause = pause;
        this.clock = clock;
    }

    /** @throws ProviderFailure RETRY, "circuit-open", when the provider is to be left alone */
    synchronized void enter() {
        if (openUntil == null) {
            return;
        }
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) {
            throw new ProviderFailure(
                    Remedy.RETRY,
                    "circuit-open",
                    "the provider failed " + failures + " times in a row and is left alone for a moment",
                    Duration.between(now, openUntil),
                    false);
        }
        // this call tries; others wait for its outcome, or for one more pause if it never tells
        openUntil = now.plus(pause);
    }

    synchronized boolean isOpen() {
        return openUntil != null;
    }

    synchronized void succeeded() {
        if (openUntil != null) {
            LOG.info(() -> host + " answers again");
        }
        failures = 0;
        openUntil = null;
    }

    synchronized void failed() {
        failures++;
        if (failures >= limit) {
            if (openUntil == null) {
                LOG.warning(() -> host + " failed " + failures + " times in a row: left alone for " + pause);
            }
            openUntil = clock.instant().plus(pause);
        }
    }
}
