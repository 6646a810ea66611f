package io.sylion.governance.api;

import io.sylion.governance.domain.PersonDetails;
import java.time.Instant;

/**
 * What became of an attempt to sign in. Never tells whether the e-mail is known.
 *
 * @param person who signed in, null when refused
 * @param triesLeft before a pause; only of a refusal without pause
 * @param pausedUntil until when no attempt is looked at, null when none is paused
 */
public record SignInOutcome(PersonDetails person, int triesLeft, Instant pausedUntil) {
    public static SignInOutcome accepted(PersonDetails person) {
        return new SignInOutcome(person, 0, null);
    }

    public static SignInOutcome refused(int triesLeft) {
        return new SignInOutcome(null, triesLeft, null);
    }

    public static SignInOutcome paused(Instant until) {
        return new SignInOutcome(null, 0, until);
    }
}
