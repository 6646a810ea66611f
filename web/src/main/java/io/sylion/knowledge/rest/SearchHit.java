package io.sylion.knowledge.rest;

import io.sylion.knowledge.api.LegScore;
import io.sylion.knowledge.api.RetrievedPassage;
import java.util.List;
import java.util.UUID;

/**
 * A document that may answer, with the passage that does.
 *
 * @param score 1 when it is the first in every leg
 * @param legs how it was found: at which place, with which score of that leg
 */
public record SearchHit(
        UUID documentId,
        String externalId,
        String title,
        UUID passageId,
        String passage,
        double score,
        List<LegScore> legs) {
    static final int LONGEST_QUESTION = 2_000;

    static SearchHit of(RetrievedPassage found) {
        return new SearchHit(
                found.documentId(),
                found.externalId(),
                found.documentTitle(),
                found.passageId(),
                found.text(),
                found.score(),
                found.legs());
    }
}
