package io.sylion.triage.api;

import io.sylion.conversation.domain.Triage;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** What other rules would have made of the last messages. */
public record ReplayResult(
        int messages, Map<Triage, Integer> before, Map<Triage, Integer> after, List<ReplayGroup> groups)
        implements Serializable {
    public int differences() {
        return groups.stream().mapToInt(group -> group.differences().size()).sum();
    }
}
