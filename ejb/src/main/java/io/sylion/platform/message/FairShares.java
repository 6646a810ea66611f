package io.sylion.platform.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets the rush of one tenant stand behind everybody else's work on a queue: who has more than a few commands waiting goes behind
 * with the next ones, until none waits any more. Only then may the usual place return: else a later command could overtake an
 * earlier one.
 *
 * <p>Counts what this node sends and works off. An estimate: what waited before a start was not counted up, which ends a rush too
 * early rather than never.
 */
@ApplicationScoped
public class FairShares {
    /** More than this at once is a rush. */
    static final int MOST_WAITING = 16;

    /** A count that nothing has touched for so long is wrong: its commands went to the dead letters. */
    private static final Duration STALE = Duration.ofMinutes(1);

    /**
     * Nothing from before a rush was worked off for so long: it is not there, whatever the count says (someone took it off the
     * queue by hand). Longer than {@link io.sylion.platform.guard.DatabasePatience} waits in place.
     */
    private static final Duration LONGEST_AHEAD = Duration.ofSeconds(30);

    private final ConcurrentHashMap<Key, Share> shares = new ConcurrentHashMap<>();

    @Inject
    Clock clock;

    private record Key(String queue, String tenant) {}

    /**
     * @param ahead commands that still wait from before the rush
     * @param movedAt when the rush began, or one command was worked off since
     */
    private record Share(int waiting, boolean behind, int ahead, Instant movedAt, Instant touched) {
        Share enter(Instant now) {
            boolean begins = !behind && waiting == MOST_WAITING;
            return new Share(waiting + 1, behind || begins, begins ? waiting : ahead, begins ? now : movedAt, now);
        }

        Share leave(Instant now) {
            return waiting <= 1 ? null : new Share(waiting - 1, behind, Math.max(0, ahead - 1), now, now);
        }

        Share forgetAhead(Instant now) {
            return movedAt.plus(LONGEST_AHEAD).isBefore(now)
                    ? new Share(waiting - ahead, behind, 0, movedAt, touched)
                    : this;
        }

        boolean isStale(Instant now) {
            return touched.plus(STALE).isBefore(now);
        }
    }

    /** One more command of the tenant goes to the queue; true when it belongs to a rush, and behind the others' work. */
    public boolean enter(String queue, String tenant) {
        Instant now = clock.instant();
        return shares.compute(new Key(queue, tenant), (key, share) -> {
                    Share known = share == null || share.isStale(now) ? new Share(0, false, 0, now, now) : share;
                    return known.enter(now);
                })
                .behind();
    }

    /** One command of the tenant was worked off or failed for the first time, or was not sent after all. */
    public void leave(String queue, String tenant) {
        Instant now = clock.instant();
        shares.computeIfPresent(new Key(queue, tenant), (key, share) -> share.leave(now));
    }

    /** Whether the tenant's next command would belong to a rush that is on. */
    boolean isRushing(String queue, String tenant) {
        Share share = shares.get(new Key(queue, tenant));
        return share != null && share.behind() && !share.isStale(clock.instant());
    }

    /** Whether commands of the tenant from before its rush still wait. */
    boolean hasAhead(String queue, String tenant) {
        Instant now = clock.instant();
        Share share = shares.computeIfPresent(new Key(queue, tenant), (key, known) -> known.forgetAhead(now));
        return share != null && share.ahead() > 0;
    }
}
