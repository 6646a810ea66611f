package io.sylion.knowledge.message;

import io.sylion.knowledge.api.DocumentQueued;
import io.sylion.platform.job.api.JobLauncher;
import io.sylion.platform.log.LogFields;
import io.sylion.platform.message.FailuresKept;
import io.sylion.platform.message.MessageContent;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Map;

/** Starts the job that indexes a document. A repeat is harmless: what is indexed, or overtaken by a newer text, is left alone. */
@FailuresKept
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = KnowledgeQueues.INDEX_DOCUMENT),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IndexDocumentConsumer implements MessageListener {
    @Inject
    JobLauncher jobs;

    @Override
    public void onMessage(Message message) {
        DocumentQueued queued = MessageContent.read(message, DocumentQueued.class);
        LogFields.tenant(queued.tenantId());
        jobs.start(
                "knowledge-index-document",
                Map.of(
                        "tenantId", queued.tenantId().toString(),
                        "documentId", queued.documentId().toString(),
                        "revision", String.valueOf(queued.revision())));
    }
}
