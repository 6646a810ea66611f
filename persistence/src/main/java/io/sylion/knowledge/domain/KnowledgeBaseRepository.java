package io.sylion.knowledge.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
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
    public Optional<BaseProgress> progress(UUID id) {
        return entities.createQuery("""
                        select new io.sylion.knowledge.domain.BaseProgress(b.id, b.name, cast(count(d) as integer),
                            cast(sum(case when d.state in (QUEUED, INDEXING) then 1 else 0 end) as integer),
                            cast(sum(case when d.state = INDEXED then 1 else 0 end) as integer),
                            cast(sum(case when d.state = FAILED then 1 else 0 end) as integer))
                        from KnowledgeBase b left join Document d on d.baseId = b.id
                        where b.id = :id and b.removedAt is null group by b.id, b.name""", BaseProgress.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    public List<KnowledgeBaseSummary> all() {
        return entities.createQuery("""
                        select new io.sylion.knowledge.domain.KnowledgeBaseSummary(b.id, b.name,
                            cast((select count(d) from Document d where d.baseId = b.id) as integer))
                        from KnowledgeBase b where b.removedAt is null order by b.name, b.id""", KnowledgeBaseSummary.class).getResultList();
    }
}
