package io.sylion.decision.api;

import io.sylion.conversation.domain.Triage;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Triage decided on a message.
 *
 * @param rule code of the rule
 * @param reason as a code whose words are in the pages' texts
 * @param snapshot JSON of what was known
 */
public record OpenDecision(
        UUID conversationId,
        UUID messageId,
        Triage triage,
        BigDecimal confidence,
        String rule,
        String reason,
        String snapshot) {}
