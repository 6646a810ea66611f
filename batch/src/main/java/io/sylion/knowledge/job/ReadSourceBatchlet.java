package io.sylion.knowledge.job;

import io.sylion.knowledge.service.DocumentIndexer;
import io.sylion.knowledge.service.SourceReading;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Turns the document's file or page into text, unless that was done. */
@Named
@Dependent
public class ReadSourceBatchlet extends AbstractBatchlet {
    @Inject
    DocumentIndexer indexer;

    @Inject
    SourceReading reading;

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
        return new IndexDocumentJob(indexer, tenantId, documentId, revision).run(reading::read);
    }
}
