package io.sylion.platform.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Taking in goes before working off a rush: what is on disk can wait, a provider cannot. While many posts are open at once, whoever
 * works off a rush lets a moment pass before each message. The moment is bounded, so that work goes on at some share however long the rush lasts.
 */
@ApplicationScoped
public class Precedence {
    /** Fewer at once are no rush: they leave the processors time enough. */
    private static final int RUSH = 8;

    /** A rush is over when it was not seen for so long; between two commits few posts are open. */
    private static final long OVER_NANOS = Duration.ofMillis(20).toNanos();

    private static final long LONGEST_NANOS = Duration.ofMillis(200).toNanos();
    private static final long LOOK_MS = 20;

    private final AtomicInteger open = new AtomicInteger();
    private volatile long seenAt = System.nanoTime() - OVER_NANOS;

    /** A post came in. */
    public void begin() {
        if (open.incrementAndGet() >= RUSH) {
            seenAt = System.nanoTime();
        }
    }

    /** A post was answered. */
    public void end() {
        open.decrementAndGet();
    }

    /** Returns at once when nothing presses, else when the rush or a fifth of a second is over. */
    public void giveWay() {
        long since = System.nanoTime();
        while (isRush() && System.nanoTime() - since < LONGEST_NANOS) {
            try {
                Thread.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    boolean isRush() {
        return System.nanoTime() - seenAt < OVER_NANOS;
    }
}
