package io.sylion.platform.guard;

import java.time.Duration;

/** A provider is left alone for a moment; nothing was asked. */
public class CircuitOpen extends RuntimeException {
    private final Duration remaining;

    CircuitOpen(int failures, Duration remaining) {
        super("the provider failed " + failures + " times in a row and is left alone for a moment");
        this.remaining = remaining;
    }

    /** When to come back. */
    public Duration remaining() {
        return remaining;
    }
}
