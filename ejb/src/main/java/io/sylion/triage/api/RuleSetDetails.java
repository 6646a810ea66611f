package io.sylion.triage.api;

import io.sylion.triage.domain.TriageRule;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A version of a tenant's rules.
 *
 * @param number 0 when nothing was ever saved; then when and by whom are null
 */
public record RuleSetDetails(int number, Instant savedAt, String savedBy, List<TriageRule> rules)
        implements Serializable {
    public static RuleSetDetails none() {
        return new RuleSetDetails(0, null, null, List.of());
    }
}
