package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.platform.storage.api.ObjectStore;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Removes objects that nothing refers to. When the store is away the wish stays written down and is tried again later. */
@ApplicationScoped
@Permit(Role.OWNER)
public class ObjectRemover {
    private static final Logger LOG = Logger.getLogger(ObjectRemover.class.getName());

    @Inject
    RemovalSteps steps;

    @Inject
    ObjectStore objects;

    public void remove(UUID removalId) {
        steps.due(removalId).ifPresent(key -> {
            try {
                objects.delete(key);
                steps.done(removalId);
            } catch (IOException e) {
                steps.failed(removalId);
                LOG.log(Level.WARNING, "object not removed, again later: {0}", e.getMessage());
            }
        });
    }
}
