package io.sylion.triage.domain;

import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Ignore examples of the bound tenant. */
@ApplicationScoped
public class ExampleRepository {
    @PersistenceContext
    EntityManager entities;

    /** The newest first. */
    public List<IgnoreExample> all(int most) {
        List<Object[]> rows = Rows.of(
                Rows.quiet(entities, """
                        select id, words, compared_by, added_by, created_at from triage_example
                        where tenant_id = :tenant order by id desc limit :most""").setParameter("tenant", tenant()).setParameter("most", most));
        return rows.stream()
                .map(r -> new IgnoreExample((UUID) r[0], (String) r[1], (String) r[2], (String) r[3], (Instant) r[4]))
                .toList();
    }

    /** False when the tenant has one that compares the same. */
    public boolean add(UUID id, String words, String comparedBy, String addedBy, Instant now) {
        return Rows.quiet(entities, """
                        insert into triage_example (id, tenant_id, created_at, words, compared_by, added_by)
                        values (:id, :tenant, :now, :words, :compared, :by)
                        on conflict (tenant_id, compared_by) do nothing""")
                        .setParameter("id", id)
                        .setParameter("tenant", tenant())
                        .setParameter("now", now)
                        .setParameter("words", words)
                        .setParameter("compared", comparedBy)
                        .setParameter("by", addedBy)
                        .executeUpdate()
                == 1;
    }

    /** False when there is no such example. */
    public boolean remove(UUID id) {
        return Rows.quiet(entities, "delete from triage_example where tenant_id = :tenant and id = :id")
                        .setParameter("tenant", tenant())
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    public int count() {
        return ((Number) Rows.quiet(entities, "select count(*) from triage_example where tenant_id = :tenant")
                        .setParameter("tenant", tenant())
                        .getSingleResult())
                .intValue();
    }

    private static UUID tenant() {
        return TenantScope.current().tenantId();
    }
}
