package io.sylion.governance.service;

import io.sylion.governance.api.Permit;
import io.sylion.governance.domain.AuditEntry;
import io.sylion.governance.domain.AuditRepository;
import io.sylion.platform.api.Json;
import io.sylion.tenant.domain.Actor;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Writes the audit trail, in the transaction of the change that it tells of: neither stands without the other. */
@Stateless
@PermitAll
public class AuditService {
    @Inject
    AuditRepository entries;

    @Inject
    Clock clock;

    /**
     * Records what the bound actor does.
     *
     * @param action verb and noun in lower case, "switch-ai"
     * @param subjectId what it is done to, null when that is the tenant
     * @param before value to keep as JSON, null when there was none
     * @param after value to keep as JSON, null when there is none
     */
    public void record(String action, UUID subjectId, Object before, Object after) {
        Actor actor = TenantScope.current().actor();
        entries.add(
                clock.instant(),
                actor.memberId(),
                actor.name(),
                action,
                subjectId,
                before == null ? null : Json.write(before),
                after == null ? null : Json.write(after));
    }

    /** The newest entries of one action of the bound tenant. */
    @Permit(Role.VIEWER)
    public List<AuditEntry> latest(String action, int limit) {
        return entries.latest(action, Math.clamp(limit, 1, 100));
    }
}
