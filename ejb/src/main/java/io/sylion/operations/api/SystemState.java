package io.sylion.operations.api;

import io.sylion.conversation.api.UnknownSends;
import io.sylion.platform.observe.DependencyState;
import java.io.Serializable;
import java.util.List;

/** What the operator needs to know at a glance. */
public record SystemState(List<DependencyState> dependencies, List<UnknownSends> unknownSends) implements Serializable {
    public long unknownCount() {
        return unknownSends.stream().mapToLong(UnknownSends::count).sum();
    }

    public boolean isWell() {
        return dependencies.stream().allMatch(DependencyState::up);
    }
}
