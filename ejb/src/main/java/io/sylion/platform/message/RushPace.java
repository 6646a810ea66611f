package io.sylion.platform.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds what the rush of one tenant takes of the machine while others have work: its commands, which {@link FairShares} has put
 * behind, are begun in even steps. A rush that is alone goes as fast as it can.
 */
@ApplicationScoped
public class RushPace {
    /** Others count as there for so long after the last of their commands. */
    private static final long OTHERS_NANOS = Duration.ofSeconds(1).toNanos();

    private static final long LOOK_MS = 5;

    @Inject
    FairShares shares;

    /** Commands of one rushing tenant per second. Two cores answer about four times as many. */
    @Inject
    @ConfigProperty(name = "sylion.message.rush-rate", defaultValue = "60")
    int rate;

    /** When the next command of a tenant may begin. As many entries as tenants ever rushed. */
    private final ConcurrentHashMap<String, Long> next = new ConcurrentHashMap<>();

    private volatile long othersAt = System.nanoTime() - OTHERS_NANOS;

    /** A command begins that belongs to no rush. */
    public void othersWork() {
        othersAt = System.nanoTime();
    }

    /** Returns when a command of the tenant's rush may begin: not before what waits from before the rush. */
    public void await(String queue, String tenant) {
        try {
            while (shares.hasAhead(queue, tenant)) {
                Thread.sleep(LOOK_MS);
            }
            TimeUnit.NANOSECONDS.sleep(pause(tenant, System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nanoseconds to wait. */
    long pause(String tenant, long now) {
        if (now - othersAt > OTHERS_NANOS) {
            return 0;
        }
        long step = TimeUnit.SECONDS.toNanos(1) / rate;
        return next.merge(tenant, now, (due, asked) -> Math.max(due + step, asked)) - now;
    }
}
