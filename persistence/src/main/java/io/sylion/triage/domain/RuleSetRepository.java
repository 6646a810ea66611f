package io.sylion.triage.domain;

import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Nullable;
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

/** The versions of the bound tenant's rules. */
@ApplicationScoped
public class RuleSetRepository {
    private static final String WHOLE = """
            select number, created_at, saved_by, restored_from, rule_count, cast(rules as text)
            from triage_rule_set where tenant_id = :tenant""";

    @PersistenceContext
    EntityManager entities;

    /** The version that holds; empty before the first save. */
    public Optional<StoredRuleSet> newest() {
        return sets(Rows.quiet(entities, WHOLE + " order by number desc limit 1")).stream()
                .findFirst();
    }

    public Optional<StoredRuleSet> numbered(int number) {
        return sets(Rows.quiet(entities, WHOLE + " and number = :number").setParameter("number", number)).stream()
                .findFirst();
    }

    /** The newest first, without their rules. */
    public List<StoredRuleSet> history(int most) {
        return sets(Rows.quiet(entities, """
                        select number, created_at, saved_by, restored_from, rule_count, cast(null as text)
                        from triage_rule_set where tenant_id = :tenant order by number desc limit :most""").setParameter("most", most));
    }

    /** False when somebody else has saved this number meanwhile. */
    public boolean add(int number, String savedBy, Integer restoredFrom, int count, String rules, Instant now) {
        return Rows.quiet(entities, """
                        insert into triage_rule_set (id, tenant_id, created_at, number, saved_by, restored_from, rule_count, rules)
                        values (:id, :tenant, :now, :number, :by, :restored, :count, cast(:rules as jsonb))
                        on conflict (tenant_id, number) do nothing""")
                        .setParameter("id", Ids.next())
                        .setParameter("tenant", tenant())
                        .setParameter("now", now)
                        .setParameter("number", number)
                        .setParameter("by", savedBy)
                        .setParameter("restored", Nullable.integer(restoredFrom))
                        .setParameter("count", count)
                        .setParameter("rules", rules)
                        .executeUpdate()
                == 1;
    }

    private static List<StoredRuleSet> sets(Query query) {
        List<Object[]> rows = Rows.of(query.setParameter("tenant", tenant()));
        return rows.stream()
                .map(r -> new StoredRuleSet(
                        (int) r[0], (Instant) r[1], (String) r[2], (Integer) r[3], (int) r[4], (String) r[5]))
                .toList();
    }

    private static UUID tenant() {
        return TenantScope.current().tenantId();
    }
}
