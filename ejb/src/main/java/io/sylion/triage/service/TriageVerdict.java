package io.sylion.triage.service;

import io.sylion.conversation.domain.Triage;
import io.sylion.triage.api.Resemblance;
import io.sylion.triage.api.RuleCheck;
import io.sylion.triage.domain.TriageRule;
import java.math.BigDecimal;
import java.util.List;

/**
 * What triage decided.
 *
 * @param rule code of the rule; {@code rule:} and its id for one of the tenant's
 * @param reason code for which pages find words in their texts; {@code rule:} and its name for one of the tenant's
 * @param handOff the customer is told that a person takes over, and the AI is silent from now on
 * @param nearest the ignore example that the message is most like, null when none was compared or is
 * @param asked the tenant's rules that were asked
 */
record TriageVerdict(
        Triage triage,
        BigDecimal confidence,
        String rule,
        String reason,
        boolean handOff,
        Resemblance nearest,
        List<RuleCheck> asked) {
    private static final String TENANTS = "rule:";

    static TriageVerdict of(Triage triage, String confidence, String rule) {
        return new TriageVerdict(triage, new BigDecimal(confidence), rule, rule, false, null, List.of());
    }

    /** An ignore example decided. */
    static TriageVerdict like(Resemblance nearest) {
        return new TriageVerdict(
                Triage.IGNORE, nearest.similarity(), "ignore-example", "ignore-example", false, nearest, List.of());
    }

    /** A rule of the tenant decided. To escalate is to hand off: who is not answered must know that a person will. */
    static TriageVerdict by(RuleCheck check) {
        TriageRule rule = check.rule();
        return new TriageVerdict(
                rule.decision(),
                check.confidence(),
                TENANTS + rule.id(),
                TENANTS + rule.name(),
                rule.decision() == Triage.ESCALATE,
                null,
                List.of(check));
    }

    TriageVerdict withHandOff() {
        return new TriageVerdict(triage, confidence, rule, reason, true, nearest, asked);
    }

    TriageVerdict after(Resemblance compared, List<RuleCheck> checks) {
        return new TriageVerdict(triage, confidence, rule, reason, handOff, compared, checks);
    }

    /** The rule of the tenant that decided; null when none did. */
    RuleCheck decider() {
        return asked.isEmpty() || !asked.getLast().decides() ? null : asked.getLast();
    }
}
