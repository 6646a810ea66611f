package io.sylion.governance.service;

import java.time.Duration;
import java.time.Instant;

/**
 * How often sign-in may fail for one e-mail or one address. An attempt is counted before the password is looked at, so that
 * many at once gain nothing; a success takes the count back.
 *
 * @param pausedUntil null when no pause was begun
 */
record Throttle(int failures, Instant lastFailureAt, Instant pausedUntil) {
    static final int TRIES = 5;
    /** An address is shared by a shop's staff: it gets more tries than one e-mail. */
    static final int TRIES_OF_ADDRESS = 20;

    static final Duration PAUSE = Duration.ofMinutes(15);

    boolean isPaused(Instant now) {
        return pausedUntil != null && now.isBefore(pausedUntil);
    }

    /** Counts one more attempt; the last allowed one begins the pause. Old failures are forgotten. */
    Throttle attempt(Instant now, int tries) {
        boolean forgotten = failures == 0
                || pausedUntil != null
                || lastFailureAt.plus(PAUSE).isBefore(now);
        int count = forgotten ? 1 : failures + 1;
        return new Throttle(count, now, count >= tries ? now.plus(PAUSE) : null);
    }

    int triesLeft(int tries) {
        return Math.max(0, tries - failures);
    }
}
