package io.sylion.knowledge.job;

import io.sylion.knowledge.service.SourceReading;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Takes the document up and turns its file or page into text; the job ends here when another one is at it. */
@Named
@Dependent
public class ReadSourceBatchlet extends IndexingStep {
    private static final String LEFT = "LEFT";

    @Inject
    SourceReading reading;

    @Override
    String run(UUID documentId, int revision) {
        return reading.read(documentId, revision) ? DONE : LEFT;
    }
}
