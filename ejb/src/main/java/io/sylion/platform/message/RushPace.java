package io.sylion.platform.message;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds what the rush of one tenant takes of the machine while others have work: its commands, which {@link FairShares} has put
 * behind, are begun in even steps, and taken in so as well. A rush that is alone goes as fast as it can.
 */
@ApplicationScoped
public class RushPace {
    /** Others count as there for so long after the last of their commands. */
    private static final long OTHERS_NANOS = Duration.ofSeconds(1).toNanos();

    private static final long LOOK_MS = 5;

    /** A provider that waits longer for its answer slows down or gives up. */
    private static final long LONGEST_INTAKE_NANOS = Duration.ofSeconds(1).toNanos();

    /** No bound: what waits for its turn is on disk. */
    private static final long LONGEST_WORK_NANOS = Duration.ofDays(1).toNanos();

    @Inject
    FairShares shares;

    /** Commands of one rushing tenant per second. Two cores answer about six times as many. */
    @Inject
    @ConfigProperty(name = "sylion.message.rush-rate", defaultValue = "40")
    int rate;

    /** Commands of one rushing tenant that are taken in per second. Two cores take in about thirty times as many. */
    @Inject
    @ConfigProperty(name = "sylion.message.rush-intake-rate", defaultValue = "300")
    int intakeRate;

    private EvenSteps work;
    private EvenSteps intake;

    private volatile long othersAt = System.nanoTime() - OTHERS_NANOS;

    @PostConstruct
    void begin() {
        work = new EvenSteps(rate, LONGEST_WORK_NANOS);
        intake = new EvenSteps(intakeRate, LONGEST_INTAKE_NANOS);
    }

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

    /** Nanoseconds after which the tenant's next command is taken in: none unless the tenant is in a rush beside others' work. */
    public long intakePause(String queue, String tenant) {
        return shares.isRushing(queue, tenant) ? intakePause(tenant, System.nanoTime()) : 0;
    }

    long intakePause(String tenant, long now) {
        return othersWorked(now) ? intake.pause(tenant, now) : 0;
    }

    /** Nanoseconds to wait. */
    long pause(String tenant, long now) {
        return othersWorked(now) ? work.pause(tenant, now) : 0;
    }

    private boolean othersWorked(long now) {
        return now - othersAt <= OTHERS_NANOS;
    }
}
