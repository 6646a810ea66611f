package io.sylion.platform.test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for what is to come, never for a time to pass. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = 100;

    /** Something to look at. */
    @FunctionalInterface
    public interface Look<T> {
        T at() throws Exception;
    }

    private Await() {}

    /** Looks again and again until what is seen is as wished, and returns it. */
    public static <T> T until(String wish, Look<T> look, Predicate<? super T> wished) throws Exception {
        return until(wish, PATIENCE, look, wished);
    }

    public static <T> T until(String wish, Duration patience, Look<T> look, Predicate<? super T> wished)
            throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            T seen = look.at();
            if (wished.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + wish + ". Last seen: " + seen);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        }
    }

    public static void that(String wish, Look<Boolean> look) throws Exception {
        until(wish, look, Boolean.TRUE::equals);
    }
}
