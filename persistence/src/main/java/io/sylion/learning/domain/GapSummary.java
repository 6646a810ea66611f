package io.sylion.learning.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A gap as lists show it.
 *
 * @param question words of the first that asked
 * @param answered questions that find the article now
 * @param documentId the article, null when there is none
 */
public record GapSummary(
        UUID id,
        GapState state,
        String question,
        String language,
        int asked,
        int answered,
        Instant lastAskedAt,
        UUID documentId) {}
