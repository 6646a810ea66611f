package io.sylion.conversation.message;

import io.sylion.conversation.api.MessageQueued;
import io.sylion.platform.message.QueueSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Asks for the send of what was queued, once that is committed. */
@ApplicationScoped
public class SendMessageSender {
    @Inject
    QueueSender queues;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageQueued queued) {
        queues.ask(
                ConversationQueues.SEND_MESSAGE,
                queued,
                queued.tenantId(),
                queued.conversationId().toString(),
                queued.delayMillis());
    }
}
