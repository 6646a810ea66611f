package io.sylion.triage.api;

import io.sylion.conversation.domain.Triage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What would be decided on a message, and how it came to that.
 *
 * @param reason code for which pages find words; {@code rule:} and a name for one of the tenant's rules
 * @param nearest the ignore example that it is most like; null when it is like none
 * @param asked the rules that were asked, the last of which may have decided
 */
public record TriageTrial(
        Triage triage, BigDecimal confidence, String reason, Resemblance nearest, List<RuleCheck> asked)
        implements Serializable {}
