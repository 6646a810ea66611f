package io.sylion.knowledge.job;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.UUID;

/** Asks for the vectors of the passages. */
@Named
@Dependent
public class EmbedPassagesBatchlet extends IndexingStep {
    @Override
    String run(UUID documentId, int revision) {
        indexer.embed(documentId, revision);
        return DONE;
    }
}
