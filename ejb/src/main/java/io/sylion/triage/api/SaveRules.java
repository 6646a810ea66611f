package io.sylion.triage.api;

import io.sylion.triage.domain.TriageRule;
import java.util.List;

/**
 * Replaces the tenant's rules.
 *
 * @param basedOn the version that they were made from, 0 for none
 * @param rules all of them, in the order in which they are asked
 */
public record SaveRules(int basedOn, List<TriageRule> rules) {}
