package io.sylion.learning.message;

import io.sylion.assistant.api.QuestionUnanswered;
import io.sylion.platform.message.QueueSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Has a question without answer kept, once its customer is sure to be told; one tenant's one after the other, so that they meet. */
@ApplicationScoped
public class RecordGapSender {
    @Inject
    QueueSender queues;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) QuestionUnanswered unanswered) {
        queues.send(
                LearningQueues.RECORD_GAP,
                unanswered,
                unanswered.tenantId(),
                unanswered.tenantId().toString(),
                0);
    }
}
