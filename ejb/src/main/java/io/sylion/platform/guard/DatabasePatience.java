package io.sylion.platform.guard;

import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Waits in place for a database that starts again or has no connection to spare. Work that went back to its queue instead would be
 * overtaken by what came after it, and the outcome of a send would be forgotten. The work must bear repetition.
 */
public final class DatabasePatience {
    private static final Logger LOG = Logger.getLogger(DatabasePatience.class.getName());

    /** Between attempts, in milliseconds; together as long as a database takes to start again. */
    private static final long[] PAUSES = {200, 500, 1000, 2000, 4000, 8000};

    private DatabasePatience() {}

    public static void outlast(Runnable work) {
        outlast(() -> {
            work.run();
            return null;
        });
    }

    /** Does the work again for as long as it fails for want of a connection; any other failure is thrown at once. */
    public static <T> T outlast(Supplier<T> work) {
        for (long pause : PAUSES) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!isAway(e)) {
                    throw e;
                }
                LOG.log(Level.INFO, "no connection to the database, tried again in {0} ms", pause);
                sleep(pause);
            }
        }
        return work.get();
    }

    /** No connection, a connection that broke, too many of them, or a server that stops: what the driver and the pool say. */
    static boolean isAway(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 20; depth++) {
            if (each instanceof SQLException sql) {
                String state = sql.getSQLState();
                boolean pool = state == null && sql.getCause() != null;
                if (pool
                        || state != null
                                && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"))) {
                    return true;
                }
            }
            each = each.getCause();
        }
        return false;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was away", e);
        }
    }
}
