package io.sylion.governance.domain;

import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;

/** The audit trail of the bound tenant; entries are added and never changed. */
@ApplicationScoped
public class AuditRepository {
    @PersistenceContext
    EntityManager entities;

    /** Before and after are JSON or null. */
    public void add(
            Instant now, UUID actorId, String actorName, String action, UUID subjectId, String before, String after) {
        entities.createNativeQuery("""
                        insert into governance_audit_entry
                            (id, tenant_id, occurred_at, actor_id, actor_name, action, subject_id, before, after)
                        values (:id, sylion_tenant(), :now, :actor, :name, :action, :subject,
                            cast(:before as jsonb), cast(:after as jsonb))""")
                .setParameter("id", Ids.next())
                .setParameter("now", now)
                .setParameter("actor", Nullable.uuid(actorId))
                .setParameter("name", actorName)
                .setParameter("action", action)
                .setParameter("subject", Nullable.uuid(subjectId))
                .setParameter("before", Nullable.text(before))
                .setParameter("after", Nullable.text(after))
                .executeUpdate();
    }
}
