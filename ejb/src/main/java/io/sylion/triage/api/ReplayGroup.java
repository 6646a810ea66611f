package io.sylion.triage.api;

import io.sylion.conversation.domain.Triage;
import java.io.Serializable;
import java.util.List;

/** All messages on which the decision changes in the same way, the newest first. */
public record ReplayGroup(Triage before, Triage after, List<ReplayDifference> differences) implements Serializable {}
