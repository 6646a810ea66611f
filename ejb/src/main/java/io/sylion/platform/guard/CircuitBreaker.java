package io.sylion.platform.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;

/**
 * Leaves one host of a provider alone for a while after failures in a row, so that work waits in its queue and not in threads.
 * After the pause one call at a time tries again; the first that succeeds closes the circuit. Only failures of the provider
 * count (no answer, 5xx), not refusals. (Fault Tolerance's breaker counts per method, not per host: hence this one.)
 */
public final class CircuitBreaker {
    private static final Logger LOG = Logger.getLogger(CircuitBreaker.class.getName());

    private final String host;
    private final int limit;
    private final Duration pause;
    private final Clock clock;
    private int failures;
    private Instant openUntil;

    public CircuitBreaker(String host, int limit, Duration pause, Clock clock) {
        this.host = host;
        this.limit = limit;
        this.pause = pause;
        this.clock = clock;
    }

    /** @throws CircuitOpen when the provider is to be left alone */
    public synchronized void enter() {
        if (openUntil == null) {
            return;
        }
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) {
            throw new CircuitOpen(failures, Duration.between(now, openUntil));
        }
        // this call tries; others wait for its outcome, or for one more pause if it never tells
        openUntil = now.plus(pause);
    }

    public synchronized boolean isOpen() {
        return openUntil != null;
    }

    /** Whether a call would be refused now: an open circuit that nobody uses any more is open, but does not rest. */
    public synchronized boolean isResting() {
        return openUntil != null && clock.instant().isBefore(openUntil);
    }

    public synchronized void succeeded() {
        if (openUntil != null) {
            LOG.info(() -> host + " answers again");
        }
        failures = 0;
        openUntil = null;
    }

    public synchronized void failed() {
        failures++;
        if (failures >= limit) {
            if (openUntil == null) {
                LOG.warning(() -> host + " failed " + failures + " times in a row: left alone for " + pause);
            }
            openUntil = clock.instant().plus(pause);
        }
    }
}
