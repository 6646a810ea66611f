package io.sylion.knowledge.job;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.UUID;

/** Lets the new passages be found instead of the old. */
@Named
@Dependent
public class PublishDocumentBatchlet extends IndexingStep {
    @Override
    String run(UUID documentId, int revision) {
        indexer.publish(documentId, revision);
        return DONE;
    }
}
