package io.sylion.decision.domain;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * How a decision ended; fields that do not apply are null. See {@link DecisionDetails} for their meaning.
 *
 * @param passages JSON list of {@link CitedPassage}
 * @param citations JSON list of the documents that the answer cites: their passages get other ids when they are indexed anew
 * @param parameters JSON of the model's parameters
 * @param reply message that was queued
 */
public record DecisionResult(
        DecisionOutcome outcome,
        String outcomeReason,
        UUID assistantId,
        String model,
        String promptVersion,
        String parameters,
        String passages,
        String citations,
        String output,
        BigDecimal replyConfidence,
        UUID reply,
        Integer inputTokens,
        Integer outputTokens,
        Long costMicros,
        Integer retrievalMs,
        Integer modelMs,
        Integer totalMs,
        String failure) {

    /** An end without a reply of a model. */
    public static DecisionResult without(DecisionOutcome outcome, String reason) {
        return new DecisionResult(
                outcome, reason, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }
}
