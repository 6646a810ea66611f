package io.sylion.triage.message;

import io.sylion.platform.message.QueueSender;
import io.sylion.triage.api.RulesChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Tells every node that a tenant's rules were changed, once that is committed. */
@ApplicationScoped
public class RulesChangedSender {
    @Inject
    QueueSender queues;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) RulesChanged changed) {
        queues.publish(TriageQueues.RULES_CHANGED, changed);
    }
}
