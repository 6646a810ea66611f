package io.sylion.triage.service;

import io.sylion.conversation.domain.Triage;
import java.math.BigDecimal;

/**
 * What triage decided.
 *
 * @param rule code of the rule and so the reason: pages find its words in their texts
 * @param handOff the customer is told that a person takes over, and the AI is silent from now on
 */
record TriageVerdict(Triage triage, BigDecimal confidence, String rule, boolean handOff) {
    static TriageVerdict of(Triage triage, String confidence, String rule) {
        return new TriageVerdict(triage, new BigDecimal(confidence), rule, false);
    }

    TriageVerdict withHandOff() {
        return new TriageVerdict(triage, confidence, rule, true);
    }
}
