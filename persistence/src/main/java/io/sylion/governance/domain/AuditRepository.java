package io.sylion.governance.domain;

import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Nullable;
import io.sylion.platform.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
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

    /** The newest entries of one action. */
    public List<AuditEntry> latest(String action, int limit) {
        return Rows.of(entities.createNativeQuery("""
                        select occurred_at, actor_name, action, subject_id, cast(before as text), cast(after as text)
                        from governance_audit_entry where tenant_id = sylion_tenant() and action = :action
                        order by occurred_at desc, id desc limit :limit""", AuditEntry.class)
                .setParameter("action", action)
                .setParameter("limit", limit));
    }
}
