package io.sylion.sandbox.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault for the next n calls; a negative number means every call. */
public final class Countdown {
    private final AtomicInteger left;

    @JsonCreator
    public Countdown(int times) {
        left = new AtomicInteger(times);
    }

    @JsonValue
    public int left() {
        return left.get();
    }

    /** True when the fault applies to this call. */
    public boolean take() {
        return left.get() != 0 && left.getAndUpdate(n -> n > 0 ? n - 1 : n) != 0;
    }
}
