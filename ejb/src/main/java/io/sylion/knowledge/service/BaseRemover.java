package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.service.BaseRemovalSteps.DeletedBase;
import io.sylion.tenant.domain.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Takes deleted bases away, each step a short transaction: after a crash it goes on with what is left. Outside any transaction.
 */
@ApplicationScoped
public class BaseRemover {
    private static final Logger LOG = Logger.getLogger(BaseRemover.class.getName());

    /** Then others have their turn, and the rest is for the next sweep. */
    private static final int STEPS_AT_ONCE = 100;

    @Inject
    BaseRemovalSteps steps;

    /** Deleted bases that are still there, of all tenants. */
    @PermitAll
    public List<DeletedBase> due() {
        return steps.due();
    }

    @Permit(Role.OWNER)
    public void remove(UUID baseId) {
        for (int step = 0; step < STEPS_AT_ONCE; step++) {
            if (!steps.removeSome(baseId)) {
                LOG.info(() -> "base removed base=" + baseId);
                return;
            }
        }
    }
}
