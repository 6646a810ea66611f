package io.sylion.assistant.message;

import io.sylion.conversation.api.ReplyDue;
import io.sylion.platform.message.QueueSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Asks for an owed reply, once that is committed, after the batching delay. */
@ApplicationScoped
public class ComposeReplySender {
    @Inject
    QueueSender queues;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReplyDue due) {
        queues.ask(
                AssistantQueues.COMPOSE_REPLY,
                due,
                due.tenantId(),
                due.conversationId().toString(),
                due.delayMillis());
    }
}
