package io.sylion.learning.domain;

import io.sylion.knowledge.domain.DocumentState;
import java.time.Instant;
import java.util.UUID;

/**
 * A gap with its article.
 *
 * @param question words of the first that asked
 * @param baseId where the article lies; without one, where the assistant looked first; null when that is not known
 * @param documentId the article, null when there is none, and then all that follows
 * @param replayedAt when the questions were asked again, null when they were not
 */
public record GapDetails(
        UUID id,
        GapState state,
        String question,
        String language,
        int asked,
        UUID baseId,
        UUID documentId,
        DocumentState articleState,
        Instant articleStateAt,
        String articleTitle,
        String articleText,
        Instant replayedAt) {
    /** Whether the article is still being indexed, or its questions are still to be asked again. */
    public boolean working() {
        if (documentId == null || articleState == DocumentState.FAILED) {
            return false;
        }
        return articleState != DocumentState.INDEXED || replayedAt == null || replayedAt.isBefore(articleStateAt);
    }
}
