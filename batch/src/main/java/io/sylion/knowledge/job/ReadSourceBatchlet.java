package io.sylion.knowledge.job;

import io.sylion.knowledge.service.DocumentIndexer;
import io.sylion.knowledge.service.SourceReading;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes the document up and turns its file or page into text; the job ends here when another one is at it. */
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
        AtomicBoolean taken = new AtomicBoolean();
        String done = new IndexDocumentJob(indexer, tenantId, documentId, revision)
                .run((document, number) -> taken.set(reading.read(document, number)));
        return taken.get() ? done : "LEFT";
    }
}
