package io.sylion.platform.message;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Lets what one tenant asks for begin in even steps. Time that was not used is not saved. */
final class EvenSteps {
    private final long stepNanos;
    private final long longestNanos;

    /** When the next of a tenant may begin. As many entries as tenants ever rushed. */
    private final ConcurrentHashMap<String, Long> next = new ConcurrentHashMap<>();

    /** @param longestNanos nobody waits longer, however many are asked for */
    EvenSteps(int perSecond, long longestNanos) {
        stepNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.longestNanos = longestNanos;
    }

    /** Nanoseconds to wait. */
    long pause(String tenant, long now) {
        return next.merge(tenant, now, (due, asked) -> Math.clamp(due + stepNanos, asked, asked + longestNanos)) - now;
    }
}
