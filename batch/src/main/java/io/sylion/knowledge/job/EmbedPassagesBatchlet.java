package io.sylion.knowledge.job;

import io.sylion.knowledge.service.DocumentIndexer;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks for the vectors of the passages. */
@Named
@Dependent
public class EmbedPassagesBatchlet extends AbstractBatchlet {
    @Inject
    DocumentIndexer indexer;

    @Inject
    @BatchProperty
    String tenantId;

    @Inject
    @BatchProperty
    String documentId;

    @Inject
    @BatchProperty
    String revision;

    @Override
    public String process() {
        return new IndexDocumentJob(indexer, tenantId, documentId, revision).run(indexer::embed);
    }
}
