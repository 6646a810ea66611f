package io.sylion.conversation.message;

import io.sylion.conversation.api.MediaAnnounced;
import io.sylion.platform.message.QueueSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Asks for the fetch of an announced file, once the message is committed. */
@ApplicationScoped
public class FetchMediaSender {
    @Inject
    QueueSender queues;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) MediaAnnounced announced) {
        queues.send(ConversationQueues.FETCH_MEDIA, announced, announced.tenantId(), null, 0);
    }
}
