package io.sylion.platform.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets the rush of one tenant stand behind everybody else's work on a queue: who has more than a few commands waiting gets a lower
 * priority for the next ones, until none waits any more. Only then may the usual priority return: else a later command could
 * overtake an earlier one.
 *
 * <p>Counts what this node sends and works off. An estimate: a command that is tried again counts down twice, which ends the lower
 * priority too early rather than never.
 */
@ApplicationScoped
public class FairShares {
    /** As Jakarta Messaging has it. */
    static final int USUAL = 4;

    static final int BEHIND = 2;

    /** More than this at once is a rush. */
    static final int MOST_WAITING = 64;

    /** A count that nothing has touched for so long is wrong: its commands went to the dead letters. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final ConcurrentHashMap<Key, Share> shares = new ConcurrentHashMap<>();

    @Inject
    Clock clock;

    private record Key(String queue, String tenant) {}

    private record Share(int waiting, boolean behind, Instant touched) {}

    /** One more command of the tenant goes to the queue, with this priority. */
    public int enter(String queue, String tenant) {
        Instant now = clock.instant();
        return shares.compute(new Key(queue, tenant), (key, share) -> {
                            boolean fresh =
                                    share == null || share.touched().plus(STALE).isBefore(now);
                            int waiting = fresh ? 1 : share.waiting() + 1;
                            return new Share(waiting, !fresh && share.behind() || waiting > MOST_WAITING, now);
                        })
                        .behind()
                ? BEHIND
                : USUAL;
    }

    /** One command of the tenant was worked off, or failed. */
    public void leave(String queue, String tenant) {
        shares.computeIfPresent(
                new Key(queue, tenant),
                (key, share) ->
                        share.waiting() <= 1 ? null : new Share(share.waiting() - 1, share.behind(), clock.instant()));
    }
}
