package io.sylion.learning.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A question that was not answered, to be kept.
 *
 * @param terms stems of its telling words
 * @param reason why there was no answer, a code of decisions
 * @param bestTitle document of the best passage that was found, null when none was
 * @param model of the vector, null when there is none
 */
public record NewQuestion(
        UUID conversationId,
        UUID messageId,
        UUID channelId,
        UUID assistantId,
        List<UUID> baseIds,
        String question,
        String language,
        List<String> terms,
        Instant askedAt,
        String reason,
        String bestTitle,
        Double bestScore,
        String model,
        float[] vector) {}
