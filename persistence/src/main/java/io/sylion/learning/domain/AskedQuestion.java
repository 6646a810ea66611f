package io.sylion.learning.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A question behind a gap.
 *
 * @param bestTitle document of the best passage that was found then, null when none was
 * @param answeredAt when a replay found the article, null when none has
 */
public record AskedQuestion(
        UUID id,
        UUID conversationId,
        List<UUID> baseIds,
        String question,
        Instant askedAt,
        String reason,
        String bestTitle,
        Double bestScore,
        Instant answeredAt) {}
