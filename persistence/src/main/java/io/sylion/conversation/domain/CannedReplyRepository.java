package io.sylion.conversation.domain;

import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Canned replies of the bound tenant. */
@ApplicationScoped
public class CannedReplyRepository {
    private static final String SELECT =
            "select id, shortcut, body, changed_by, changed_at from conversation_canned_reply where tenant_id = :tenant";

    @PersistenceContext
    EntityManager entities;

    /** By their shortcuts. */
    public List<CannedReply> all() {
        return list(query(SELECT + " order by shortcut"));
    }

    public Optional<CannedReply> find(UUID id) {
        return list(query(SELECT + " and id = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    public int count() {
        return ((Number) query("select count(*) from conversation_canned_reply where tenant_id = :tenant")
                        .getSingleResult())
                .intValue();
    }

    /** False when the shortcut is taken. */
    public boolean add(CannedReply reply) {
        return values(query("""
                        insert into conversation_canned_reply (id, tenant_id, created_at, changed_at, changed_by, shortcut, body)
                        values (:id, :tenant, :now, :now, :by, :shortcut, :body) on conflict (tenant_id, shortcut) do nothing"""), reply).executeUpdate() == 1;
    }

    /** False when there is no such reply any more, or another has the shortcut. */
    public boolean change(CannedReply reply) {
        return values(query("""
                        update conversation_canned_reply r set changed_at = :now, changed_by = :by, shortcut = :shortcut, body = :body,
                            version = version + 1
                        where tenant_id = :tenant and id = :id and not exists (
                            select from conversation_canned_reply o where o.tenant_id = :tenant and o.shortcut = :shortcut and o.id <> :id)"""), reply).executeUpdate() == 1;
    }

    /** False when there is no such reply. */
    public boolean remove(UUID id) {
        return query("delete from conversation_canned_reply where tenant_id = :tenant and id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    private Query query(String sql) {
        return Rows.quiet(entities, sql)
                .setParameter("tenant", TenantScope.current().tenantId());
    }

    private static Query values(Query query, CannedReply reply) {
        return query.setParameter("id", reply.id())
                .setParameter("now", reply.changedAt())
                .setParameter("by", reply.changedBy())
                .setParameter("shortcut", reply.shortcut())
                .setParameter("body", reply.body());
    }

    private static List<CannedReply> list(Query query) {
        List<Object[]> rows = Rows.of(query);
        return rows.stream()
                .map(r -> new CannedReply((UUID) r[0], (String) r[1], (String) r[2], (String) r[3], (Instant) r[4]))
                .toList();
    }
}
