package io.sylion.knowledge.job;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.UUID;

/** Cuts the document into passages. */
@Named
@Dependent
public class SplitPassagesBatchlet extends IndexingStep {
    @Override
    String run(UUID documentId, int revision) {
        indexer.split(documentId, revision);
        return DONE;
    }
}
