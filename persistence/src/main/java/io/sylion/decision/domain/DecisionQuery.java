package io.sylion.decision.domain;

import io.sylion.conversation.domain.Triage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Which decisions are looked for, newest first; what is null does not matter.
 *
 * @param since not older
 * @param reason code of the rule that decided, or of why the decision ended as it did
 * @param below the confidence shown is less: the reply's when there was one, else triage's
 * @param minimumCost millionths of the tenant's currency, at least
 * @param marked with any verdict (true) or without (false)
 * @param beforeAt with {@code beforeId} where the last page ended
 * @param limit rows at most
 */
public record DecisionQuery(
        Instant since,
        Triage triage,
        String reason,
        DecisionOutcome outcome,
        String model,
        BigDecimal below,
        Long minimumCost,
        Verdict verdict,
        Boolean marked,
        Instant beforeAt,
        UUID beforeId,
        int limit) {}
