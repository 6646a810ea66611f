package io.sylion.triage.domain;

import java.io.Serializable;
import java.time.Instant;

/**
 * One saved version of a tenant's rules.
 *
 * @param restoredFrom number of the version that was taken up again, null for one that was written
 * @param rules JSON list of {@link TriageRule}; null where only the history is shown
 */
public record StoredRuleSet(int number, Instant savedAt, String savedBy, Integer restoredFrom, int count, String rules)
        implements Serializable {}
