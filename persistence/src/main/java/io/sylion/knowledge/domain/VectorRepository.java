package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What passages of the bound tenant mean, by one model or, while another takes its place, by two. */
@ApplicationScoped
public class VectorRepository {
    /** How many places of the index are kept in view; more find more of the nearest, later. */
    private static final int SEARCH_BREADTH = 100;

    @PersistenceContext
    EntityManager entities;

    public VectorRepository() {}

    VectorRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Passages of a revision that have no vector of the model yet, in their order. */
    public List<PassageText> missing(UUID documentId, int revision, VectorModel model, int most) {
        return texts(
                entities.createNativeQuery("""
                        select p.id, d.title, p.heading, p.body
                        from knowledge_passage p join knowledge_document d on d.id = p.document_id
                        where p.tenant_id = :tenant and p.document_id = :document and p.revision = :revision and not exists (
                            select from knowledge_vector v
                            where v.tenant_id = p.tenant_id and v.passage_id = p.id and v.model_id = :model)
                        order by p.position limit :most""")
                        .setParameter("document", documentId)
                        .setParameter("revision", revision),
                model,
                most);
    }

    /** Passages of a base that are found and have no vector of the model yet, by their ids, from after one on. */
    public List<PassageText> missingInBase(UUID baseId, UUID after, VectorModel model, int most) {
        return texts(
                entities.createNativeQuery("""
                        select p.id, d.title, p.heading, p.body
                        from knowledge_passage p join knowledge_document d on d.id = p.document_id and d.indexed_revision = p.revision
                        where p.tenant_id = :tenant and p.base_id = :base and p.id > :after and not exists (
                            select from knowledge_vector v
                            where v.tenant_id = p.tenant_id and v.passage_id = p.id and v.model_id = :model)
                        order by p.id limit :most""").setParameter("base", baseId).setParameter("after", after), model, most);
    }

    private static List<PassageText> texts(Query query, VectorModel model, int most) {
        List<Object[]> rows = Rows.of(query.setParameter("tenant", tenant())
                .setParameter("model", model.id())
                .setParameter("most", most));
        return rows.stream()
                .map(r -> new PassageText((UUID) r[0], (String) r[1], (String) r[2], (String) r[3]))
                .toList();
    }

    /**
     * Keeps vectors of passages; those of passages that are gone meanwhile are left out, and so are those that are there. A model
     * that neither serves the base nor is to serve it is not wanted any more. The bases are held meanwhile, so that nobody
     * publishes, removes or changes the model.
     */
    public void give(VectorModel model, VectorModel target, Map<UUID, float[]> vectors) {
        String passages = PassageRepository.array(vectors.keySet());
        entities.createNativeQuery("""
                        select 1 from knowledge_base where tenant_id = :tenant and id in (
                            select base_id from knowledge_passage
                            where tenant_id = :tenant and id = any(cast(:passages as uuid[])))
                        order by id for share""")
                .setParameter("tenant", tenant())
                .setParameter("passages", passages)
                .getResultList();
        entities.createNativeQuery("""
                        insert into knowledge_vector (tenant_id, passage_id, model_id, base_id, document_id, revision, position, embedding)
                        select p.tenant_id, p.id, :model, p.base_id, p.document_id, p.revision, p.position, cast(g.vector as vector)
                        from unnest(cast(:passages as uuid[]), cast(:vectors as text[])) g (passage_id, vector)
                        join knowledge_passage p on p.tenant_id = :tenant and p.id = g.passage_id
                        join knowledge_base b on b.tenant_id = p.tenant_id and b.id = p.base_id
                        where :model in (:target, b.model_id)
                        on conflict do nothing""")
                .setParameter("tenant", tenant())
                .setParameter("model", model.id())
                .setParameter("target", target.id())
                .setParameter("passages", passages)
                .setParameter(
                        "vectors",
                        vectors.values().stream()
                                .map(VectorRepository::text)
                                .collect(Collectors.joining("\",\"", "{\"", "\"}")))
                .executeUpdate();
    }

    /** Whether all that is found in the base has its vector of the model. */
    public boolean isComplete(UUID baseId, VectorModel model) {
        return missingInBase(baseId, new UUID(0, 0), model, 1).isEmpty();
    }

    /** How many passages of the base are found, and how many have their vector of the model. */
    public IndexingProgress progress(UUID baseId, VectorModel model) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select cast(d.passages as integer), cast(least(d.passages, v.vectors) as integer)
                        from (select coalesce(sum(passages), 0) as passages from knowledge_document
                            where tenant_id = :tenant and base_id = :base) d,
                            (select count(*) as vectors from knowledge_vector
                            where tenant_id = :tenant and base_id = :base and model_id = :model) v""")
                .setParameter("tenant", tenant())
                .setParameter("base", baseId)
                .setParameter("model", model.id()));
        return new IndexingProgress((int) rows.getFirst()[0], (int) rows.getFirst()[1]);
    }

    /** Forgets some of the base's vectors of other models; how many they were. */
    public int forgetOthers(UUID baseId, VectorModel model, int most) {
        return entities.createNativeQuery("""
                        delete from knowledge_vector v using (
                            select passage_id, model_id from knowledge_vector
                            where tenant_id = :tenant and base_id = :base and (model_id < :model or model_id > :model) limit :most) f
                        where v.tenant_id = :tenant and v.passage_id = f.passage_id and v.model_id = f.model_id""")
                .setParameter("tenant", tenant())
                .setParameter("base", baseId)
                .setParameter("model", model.id())
                .setParameter("most", most)
                .executeUpdate();
    }

    /**
     * Passages nearest in meaning, by cosine similarity. The index goes on searching until enough rows pass the filters, so that a
     * small base beside large ones is not starved. Each search is planned for its base: a plan for any expects a small one.
     */
    public List<PassageHit> findByMeaning(SearchScope where, VectorModel model, float[] question, int most) {
        Rows.of(entities.createNativeQuery("""
                select set_config('hnsw.iterative_scan', 'strict_order', true), set_config('hnsw.ef_search', :breadth, true),
                    set_config('plan_cache_mode', 'force_custom_plan', true)""").setParameter("breadth", String.valueOf(SEARCH_BREADTH)));
        // model and length stand in the text of the statement: the partial index is chosen by them
        String distance =
                "cast(v.embedding as vector(%1$d)) <=> cast(:question as vector(%1$d))".formatted(model.dimension());
        Query query = entities.createNativeQuery("""
                        select v.passage_id, v.document_id, v.position, 1 - (%1$s) as score
                        from knowledge_vector v join knowledge_document d on d.id = v.document_id and d.indexed_revision = v.revision
                        where v.tenant_id = :tenant and v.base_id in (:bases) and v.model_id = %2$d
                          and d.language = coalesce(cast(:language as text), d.language)
                        order by %1$s limit :most""".formatted(distance, model.id()))
                .setParameter("tenant", tenant())
                .setParameter("bases", where.baseIds())
                .setParameter("language", where.language())
                .setParameter("question", text(question))
                .setParameter("most", most);
        return PassageRepository.found(query);
    }

    private static String text(float[] vector) {
        StringBuilder text = new StringBuilder(vector.length * 12).append('[');
        for (int i = 0; i < vector.length; i++) {
            text.append(i == 0 ? "" : ",").append(vector[i]);
        }
        return text.append(']').toString();
    }

    private static UUID tenant() {
        return TenantScope.current().tenantId();
    }
}
