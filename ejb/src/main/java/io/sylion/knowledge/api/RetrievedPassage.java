package io.sylion.knowledge.api;

import java.util.List;
import java.util.UUID;

/**
 * A passage that may answer, best first, with what stands around it.
 *
 * @param score fused relevance: 1 when it is the first in every leg; comparable within one answer only
 * @param legs how its document was found
 */
public record RetrievedPassage(
        UUID passageId,
        UUID documentId,
        String externalId,
        String documentTitle,
        String text,
        double score,
        List<LegScore> legs) {}
