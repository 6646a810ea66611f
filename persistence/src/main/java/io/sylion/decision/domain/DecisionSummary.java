package io.sylion.decision.domain;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.domain.Triage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision as a list shows it.
 *
 * @param contactName null when the customer has none
 * @param type null when the message was erased
 * @param body the customer's words, null when there are none or they were taken back
 * @param confidence the reply's when there was one, else triage's
 * @param reason code of the rule that decided
 * @param outcomeReason code of why it ended so, null when the outcome says it all
 * @param model null when none was asked
 * @param costMicros millionths of the tenant's currency, null when the price is not known
 * @param verdict null when nobody said anything
 */
public record DecisionSummary(
        UUID id,
        UUID conversationId,
        Instant createdAt,
        String contactName,
        MessageType type,
        String body,
        Triage triage,
        String reason,
        BigDecimal confidence,
        DecisionOutcome outcome,
        String outcomeReason,
        String model,
        Long costMicros,
        Integer totalMs,
        Verdict verdict) {}
