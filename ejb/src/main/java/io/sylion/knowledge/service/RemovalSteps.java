package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.domain.ObjectRemoval;
import io.sylion.knowledge.domain.ObjectRemovalRepository;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The short transactions around the removal of an object. */
@Stateless
@Permit(Role.OWNER)
public class RemovalSteps {
    @Inject
    ObjectRemovalRepository removals;

    @Inject
    Clock clock;

    /** The key of the object; empty when it was kept, or removed by somebody else. */
    public Optional<String> due(UUID id) {
        return removals.find(id)
                .filter(removal -> !removal.dueAt().isAfter(clock.instant()))
                .map(ObjectRemoval::objectKey);
    }

    public void done(UUID id) {
        removals.find(id).ifPresent(removals::remove);
    }

    public void failed(UUID id) {
        removals.find(id).ifPresent(removal -> removal.failed(clock.instant()));
    }
}
