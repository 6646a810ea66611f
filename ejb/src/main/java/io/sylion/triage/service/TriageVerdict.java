package io.sylion.triage.service;

import io.sylion.conversation.domain.Triage;
import java.math.BigDecimal;

/**
 * What triage decided.
 *
 * @param rule code of the rule, by which pages find their words
 * @param reason in words
 * @param handOff the customer is told that a person takes over, and the AI is silent from now on
 */
record TriageVerdict(Triage triage, BigDecimal confidence, String rule, String reason, boolean handOff) {
    static TriageVerdict of(Triage triage, String confidence, String rule, String reason) {
        return new TriageVerdict(triage, new BigDecimal(confidence), rule, reason, false);
    }

    TriageVerdict withHandOff() {
        return new TriageVerdict(triage, confidence, rule, reason, true);
    }
}
