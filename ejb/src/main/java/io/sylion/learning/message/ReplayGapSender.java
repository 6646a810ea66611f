package io.sylion.learning.message;

import io.sylion.learning.api.GapReplayWanted;
import io.sylion.platform.message.QueueSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Has the questions of a gap asked again, one gap's one time after the other. */
@ApplicationScoped
public class ReplayGapSender {
    @Inject
    QueueSender queues;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) GapReplayWanted wanted) {
        queues.send(
                LearningQueues.REPLAY_GAP,
                wanted,
                wanted.tenantId(),
                wanted.gapId().toString(),
                0);
    }
}
