package io.sylion.decision.domain;

import io.sylion.conversation.domain.Triage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision as its trace shows it; what belongs to the reply is null until there was one.
 *
 * @param rule code of the rule that decided ("default", "human-requested", "ai-off" …)
 * @param snapshot JSON of what was known
 * @param passages JSON list of {@link CitedPassage}, null when nothing was looked up
 * @param output the model's answer or the draft that was not sent
 * @param costMicros millionths of the tenant's currency, null when the model is free or its price not known
 * @param retrievalMs look-up of passages, milliseconds
 * @param modelMs call of the model, milliseconds
 * @param totalMs from the claim of the work to the queued reply, milliseconds
 */
public record DecisionDetails(
        UUID id,
        UUID conversationId,
        UUID messageId,
        Instant createdAt,
        Triage triage,
        BigDecimal confidence,
        String rule,
        String reason,
        String snapshot,
        DecisionOutcome outcome,
        String outcomeReason,
        String model,
        String promptVersion,
        String passages,
        String output,
        BigDecimal replyConfidence,
        Integer inputTokens,
        Integer outputTokens,
        Long costMicros,
        Integer retrievalMs,
        Integer modelMs,
        Integer totalMs,
        int attempts,
        String failure) {}
