package io.sylion.triage.api;

import io.sylion.triage.domain.TriageRule;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * How a rule judged a message.
 *
 * @param found its keywords and patterns that were found, as the tenant wrote them
 * @param confidence how sure that is; null when nothing was looked for or found
 */
public record RuleCheck(TriageRule rule, RuleOutcome outcome, List<String> found, BigDecimal confidence)
        implements Serializable {
    public boolean decides() {
        return outcome == RuleOutcome.DECIDES;
    }
}
