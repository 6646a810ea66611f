package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.Nullable;
import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Queries of the bound tenant's bases. */
@ApplicationScoped
public class KnowledgeBaseRepository {
    @PersistenceContext
    EntityManager entities;

    public KnowledgeBaseRepository() {}

    KnowledgeBaseRepository(EntityManager entities) {
        this.entities = entities;
    }

    public void add(KnowledgeBase base) {
        entities.persist(base);
    }

    public Optional<KnowledgeBase> find(UUID id) {
        return Optional.ofNullable(entities.find(KnowledgeBase.class, id)).filter(base -> !base.isRemoved());
    }

    /** Holds the base until the transaction ends, so that one document at a time changes what is counted in it. */
    public Optional<KnowledgeBase> lock(UUID id) {
        return Optional.ofNullable(entities.find(KnowledgeBase.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(base -> !base.isRemoved());
    }

    /** How far the indexing of a base is. */
    public Optional<BaseProgress> progress(UUID id, VectorModel target) {
        return entities.createQuery("""
                        select new io.sylion.knowledge.domain.BaseProgress(b.id, b.name, cast(count(d) as integer),
                            cast(sum(case when d.state in (QUEUED, INDEXING) then 1 else 0 end) as integer),
                            cast(sum(case when d.state = INDEXED then 1 else 0 end) as integer),
                            cast(sum(case when d.state = FAILED then 1 else 0 end) as integer), case when b.modelId <> :target then true else false end)
                        from KnowledgeBase b left join Document d on d.baseId = b.id
                        where b.id = :id and b.removedAt is null group by b.id, b.name, b.modelId""", BaseProgress.class)
                .setParameter("id", id)
                .setParameter("target", target.id())
                .getResultStream()
                .findFirst();
    }

    public List<KnowledgeBaseSummary> all() {
        return entities.createQuery("""
                        select new io.sylion.knowledge.domain.KnowledgeBaseSummary(b.id, b.name,
                            cast((select count(d) from Document d where d.baseId = b.id) as integer))
                        from KnowledgeBase b where b.removedAt is null order by b.name, b.id""", KnowledgeBaseSummary.class).getResultList();
    }

    /** Which models serve these bases; a base of which nothing is found yet is left out. */
    public List<ServedBases> served(Collection<UUID> baseIds) {
        List<Object[]> rows = Rows.of(
                entities.createNativeQuery("""
                        select m.id, m.provider, m.name, m.dimension, m.minimum_similarity, b.id as base_id
                        from knowledge_base b join knowledge_model m on m.id = b.model_id
                        where b.tenant_id = :tenant and b.id in (:bases) order by m.id, b.id""").setParameter("tenant", tenant()).setParameter("bases", baseIds));
        Map<VectorModel, List<UUID>> served = new LinkedHashMap<>();
        rows.forEach(row ->
                served.computeIfAbsent(model(row), model -> new ArrayList<>()).add((UUID) row[5]));
        return served.entrySet().stream()
                .map(each -> new ServedBases(each.getKey(), each.getValue()))
                .toList();
    }

    private static VectorModel model(Object[] row) {
        return new VectorModel((int) row[0], (String) row[1], (String) row[2], (int) row[3], (double) row[4]);
    }

    /** From now on the model serves the base, if none did. */
    public void serveFirst(UUID id, VectorModel model) {
        entities.createNativeQuery("""
                        update knowledge_base set model_id = :model
                        where tenant_id = :tenant and id = :id and model_id is null""")
                .setParameter("tenant", tenant())
                .setParameter("id", id)
                .setParameter("model", model.id())
                .executeUpdate();
    }

    /** From now on the model serves the base; false when it did. The base must be held. */
    public boolean serve(UUID id, VectorModel model) {
        return entities.createNativeQuery("""
                        update knowledge_base set model_id = :model
                        where tenant_id = :tenant and id = :id and model_id is distinct from :model""")
                        .setParameter("tenant", tenant())
                        .setParameter("id", id)
                        .setParameter("model", model.id())
                        .executeUpdate()
                == 1;
    }

    /** Takes up what the base owes until a time; false when somebody else is at it, or its time has not come. */
    public boolean claimRenewal(UUID id, Instant now, Instant until) {
        return entities.createNativeQuery("""
                        update knowledge_base set renewal_due_at = :until
                        where tenant_id = :tenant and id = :id and (renewal_due_at is null or renewal_due_at <= :now)""")
                        .setParameter("tenant", tenant())
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .setParameter("until", until)
                        .executeUpdate()
                == 1;
    }

    /** When to look at the base again; null when it owes nothing. */
    public void renewAt(UUID id, Instant dueAt) {
        entities.createNativeQuery("""
                        update knowledge_base set renewal_due_at = :due, renewal_attempts = 0
                        where tenant_id = :tenant and id = :id""")
                .setParameter("tenant", tenant())
                .setParameter("id", id)
                .setParameter("due", Nullable.instant(dueAt))
                .executeUpdate();
    }

    /** After a failure: in half a minute, doubled by each up to about an hour. */
    public void postponeRenewal(UUID id, Instant now) {
        entities.createNativeQuery("""
                        update knowledge_base set renewal_attempts = renewal_attempts + 1,
                            renewal_due_at = cast(:now as timestamptz) + interval '30 seconds' * power(2, least(renewal_attempts, 7))
                        where tenant_id = :tenant and id = :id""")
                .setParameter("tenant", tenant())
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
    }

    private static UUID tenant() {
        return TenantScope.current().tenantId();
    }
}
