package io.sylion.knowledge.message;

import io.sylion.knowledge.api.DocumentQueued;
import io.sylion.platform.message.QueueSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Asks for the index of a document, once that is committed. */
@ApplicationScoped
public class IndexDocumentSender {
    @Inject
    QueueSender queues;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) DocumentQueued queued) {
        queues.send(KnowledgeQueues.INDEX_DOCUMENT, queued, queued.tenantId(), null, 0);
    }
}
