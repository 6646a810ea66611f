package io.sylion.conversation.message;

import io.sylion.conversation.api.ConversationChanged;
import io.sylion.platform.message.QueueSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Tells every node's browsers of a change, once it is committed. */
@ApplicationScoped
public class ConversationChangedSender {
    @Inject
    QueueSender queues;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationChanged changed) {
        queues.publish(ConversationQueues.CONVERSATION_CHANGED, changed, changed.tenantId());
    }
}
