package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.Ids;
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

/** Sets of questions of the bound tenant, and their runs. */
@ApplicationScoped
public class EvaluationRepository {
    private static final String SETS = """
            select s.id, s.base_id, b.name as base, s.name,
                (select cast(count(*) as integer) from knowledge_evaluation_question q
                 where q.tenant_id = s.tenant_id and q.set_id = s.id)
            from knowledge_evaluation_set s join knowledge_base b on b.id = s.base_id
            where s.tenant_id = :tenant and b.removed_at is null""";

    private static final String RUNS = """
            select id, set_id, started_at, took_ms, questions, hit_at_1, hit_at_5, mrr
            from knowledge_evaluation_run where tenant_id = :tenant""";

    @PersistenceContext
    EntityManager entities;

    public EvaluationRepository() {}

    EvaluationRepository(EntityManager entities) {
        this.entities = entities;
    }

    public void add(EvaluationSet set, List<EvaluationQuestion> questions) {
        entities.persist(set);
        entities.flush();
        int position = 0;
        for (EvaluationQuestion each : questions) {
            entities.createNativeQuery("""
                            insert into knowledge_evaluation_question (id, tenant_id, set_id, position, question, expected)
                            values (:id, :tenant, :set, :position, :question, :expected)""")
                    .setParameter("id", Ids.next())
                    .setParameter("tenant", tenant())
                    .setParameter("set", set.id())
                    .setParameter("position", position++)
                    .setParameter("question", each.question())
                    .setParameter("expected", each.expected())
                    .executeUpdate();
        }
    }

    public Optional<EvaluationSet> find(UUID id) {
        return Optional.ofNullable(entities.find(EvaluationSet.class, id));
    }

    public void remove(EvaluationSet set) {
        entities.remove(set);
    }

    public List<EvaluationSetSummary> sets() {
        return sets(query(SETS + " order by s.name, s.id"));
    }

    public Optional<EvaluationSetSummary> summary(UUID id) {
        return sets(query(SETS + " and s.id = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    private static List<EvaluationSetSummary> sets(Query query) {
        List<Object[]> rows = Rows.of(query);
        return rows.stream()
                .map(r -> new EvaluationSetSummary((UUID) r[0], (UUID) r[1], (String) r[2], (String) r[3], (int) r[4]))
                .toList();
    }

    public List<EvaluationQuestion> questions(UUID setId) {
        List<Object[]> rows = Rows.of(query("""
                select question, expected from knowledge_evaluation_question
                where tenant_id = :tenant and set_id = :set order by position""").setParameter("set", setId));
        return rows.stream()
                .map(r -> new EvaluationQuestion((String) r[0], (String) r[1]))
                .toList();
    }

    /** @param results as JSON */
    public void add(EvaluationRun run, String results) {
        query("""
                insert into knowledge_evaluation_run
                    (id, tenant_id, set_id, started_at, took_ms, questions, hit_at_1, hit_at_5, mrr, results)
                values (:id, :tenant, :set, :started, :took, :questions, :first, :five, :mrr, cast(:results as jsonb))""")
                .setParameter("id", run.id())
                .setParameter("set", run.setId())
                .setParameter("started", run.startedAt())
                .setParameter("took", run.tookMs())
                .setParameter("questions", run.figures().questions())
                .setParameter("first", run.figures().hitAt1())
                .setParameter("five", run.figures().hitAt5())
                .setParameter("mrr", run.figures().mrr())
                .setParameter("results", results)
                .executeUpdate();
    }

    /** Newest first. */
    public List<EvaluationRun> runs(UUID setId, int most) {
        List<Object[]> rows = Rows.of(query(RUNS + " and set_id = :set order by started_at desc limit :most")
                .setParameter("set", setId)
                .setParameter("most", most));
        return rows.stream()
                .map(r -> new EvaluationRun((UUID) r[0], (UUID) r[1], (Instant) r[2], (int) r[3], figures(r)))
                .toList();
    }

    private static EvaluationFigures figures(Object[] row) {
        return new EvaluationFigures((int) row[4], share(row[5]), share(row[6]), share(row[7]));
    }

    /** A real has seven digits; the rest is noise. */
    private static double share(Object value) {
        return Double.parseDouble(value.toString());
    }

    /** Results of a run, as JSON; empty when the tenant has no such run. */
    public Optional<String> results(UUID runId) {
        List<String> rows = Rows.of(entities.createNativeQuery("""
                        select cast(results as text) from knowledge_evaluation_run
                        where tenant_id = :tenant and id = :id""", String.class)
                .setParameter("tenant", tenant())
                .setParameter("id", runId));
        return rows.stream().findFirst();
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql).setParameter("tenant", tenant());
    }

    private static UUID tenant() {
        return TenantScope.current().tenantId();
    }
}
