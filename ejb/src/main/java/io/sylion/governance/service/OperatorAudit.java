package io.sylion.governance.service;

import io.sylion.governance.api.OperatorScope;
import io.sylion.platform.api.Json;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.OperatorDatabase;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** The installation's own audit trail: what its operator does, belonging to no tenant. */
@ApplicationScoped
@PermitAll
public class OperatorAudit {
    @Inject
    OperatorDatabase database;

    @Inject
    Clock clock;

    /**
     * Records what the bound operator did.
     *
     * @param action verb and noun in lower case
     * @param after value to keep as JSON
     */
    public void record(String action, Object after) {
        database.update(
                "insert into governance_audit_entry (id, occurred_at, actor_name, action, after) values (?, ?, ?, ?, cast(? as jsonb))",
                Ids.next(),
                clock.instant(),
                OperatorScope.check(),
                action,
                Json.write(after));
    }
}
