package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Passages of the bound tenant: kept by revision, found by words and by meaning. Only those of a document's indexed revision are
 * found.
 */
@ApplicationScoped
public class PassageRepository {
    /** The number under which {@code knowledge_term} counts all passages. */
    private static final int ALL = 0;

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._@/-]{1,100}");

    private static final String FOUND = """
            from knowledge_passage p join knowledge_document d on d.id = p.document_id and d.indexed_revision = p.revision
            where p.tenant_id = :tenant and p.base_id in (:bases)""";

    @PersistenceContext
    EntityManager entities;

    public PassageRepository() {}

    PassageRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Stores the parts of a revision; those that are there already stay. */
    public void add(
            UUID baseId, UUID documentId, int revision, String model, int dimension, List<NewPassage> passages) {
        for (NewPassage passage : passages) {
            entities.createNativeQuery("""
                            insert into knowledge_passage (id, tenant_id, base_id, document_id, revision, position, heading, body,
                                lexical, model, dimension)
                            values (:id, :tenant, :base, :document, :revision, :position, :heading, :body,
                                cast(:lexical as sparsevec), :model, :dimension)
                            on conflict (document_id, revision, position) do nothing""")
                    .setParameter("id", Ids.next())
                    .setParameter("tenant", tenant())
                    .setParameter("base", baseId)
                    .setParameter("document", documentId)
                    .setParameter("revision", revision)
                    .setParameter("position", passage.position())
                    .setParameter("heading", passage.heading())
                    .setParameter("body", passage.body())
                    .setParameter("lexical", passage.lexical().toText())
                    .setParameter("model", model)
                    .setParameter("dimension", dimension)
                    .executeUpdate();
        }
    }

    /** Passages of a revision that have no vector yet, in their order. */
    public List<PassageText> withoutVector(UUID documentId, int revision, int most) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select p.id, d.title, p.heading, p.body
                        from knowledge_passage p join knowledge_document d on d.id = p.document_id
                        where p.tenant_id = :tenant and p.document_id = :document and p.revision = :revision
                          and p.embedding is null
                        order by p.position limit :most""")
                .setParameter("tenant", tenant())
                .setParameter("document", documentId)
                .setParameter("revision", revision)
                .setParameter("most", most));
        return rows.stream()
                .map(r -> new PassageText((UUID) r[0], (String) r[1], (String) r[2], (String) r[3]))
                .toList();
    }

    public void giveVector(UUID passageId, float[] vector) {
        entities.createNativeQuery("""
                        update knowledge_passage set embedding = cast(:vector as vector)
                        where id = :id and tenant_id = :tenant""")
                .setParameter("id", passageId)
                .setParameter("tenant", tenant())
                .setParameter("vector", text(vector))
                .executeUpdate();
    }

    /**
     * Makes a revision the one that is found: removes all others and corrects the counts of terms. The base must be held, the
     * document still name its former revision.
     */
    public void publish(UUID baseId, UUID documentId, int formerRevision, int revision) {
        Map<Integer, Integer> changes = new HashMap<>();
        weights(documentId, formerRevision).forEach(passage -> count(passage, changes, -1));
        weights(documentId, revision).forEach(passage -> count(passage, changes, 1));
        entities.createNativeQuery("""
                        delete from knowledge_passage
                        where tenant_id = :tenant and document_id = :document and revision <> :revision""")
                .setParameter("tenant", tenant())
                .setParameter("document", documentId)
                .setParameter("revision", revision)
                .executeUpdate();
        changes.values().removeIf(change -> change == 0);
        if (!changes.isEmpty()) {
            change(baseId, changes);
        }
    }

    private List<SparseVector> weights(UUID documentId, int revision) {
        List<String> rows = Rows.of(entities.createNativeQuery("""
                        select cast(lexical as text) from knowledge_passage
                        where tenant_id = :tenant and document_id = :document and revision = :revision""", String.class)
                .setParameter("tenant", tenant())
                .setParameter("document", documentId)
                .setParameter("revision", revision));
        return rows.stream().map(SparseVector::parse).toList();
    }

    private static void count(SparseVector passage, Map<Integer, Integer> changes, int by) {
        changes.merge(ALL, by, Integer::sum);
        passage.weights().keySet().forEach(term -> changes.merge(term, by, Integer::sum));
    }

    private void change(UUID baseId, Map<Integer, Integer> changes) {
        entities.createNativeQuery("""
                        insert into knowledge_term (tenant_id, base_id, term, passages)
                        select :tenant, :base, c.term, c.by from unnest(cast(:terms as integer[]), cast(:by as integer[])) c (term, by)
                        on conflict (base_id, term) do update set passages = knowledge_term.passages + excluded.passages""")
                .setParameter("tenant", tenant())
                .setParameter("base", baseId)
                .setParameter("terms", array(changes.keySet()))
                .setParameter("by", array(changes.values()))
                .executeUpdate();
    }

    private static String array(Collection<Integer> numbers) {
        return '{' + String.join(",", numbers.stream().map(String::valueOf).toList()) + '}';
    }

    /** How many passages of the bases hold each of the terms; those that none holds are left out. */
    public TermCounts counts(Collection<UUID> baseIds, Collection<Integer> terms) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select term, cast(sum(passages) as integer) from knowledge_term
                        where tenant_id = :tenant and base_id in (:bases) and (term = 0 or term = any(cast(:terms as integer[])))
                        group by term having sum(passages) > 0""")
                .setParameter("tenant", tenant())
                .setParameter("bases", baseIds)
                .setParameter("terms", array(terms)));
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.put((Integer) row[0], (Integer) row[1]));
        Integer all = counts.remove(ALL);
        return new TermCounts(all == null ? 0 : all, counts);
    }

    /** The lexical leg: passages that share words with the question, by BM25. */
    public List<FoundPassage> findByWords(Collection<UUID> baseIds, SparseVector question, int most) {
        Query query = entities.createNativeQuery("""
                        select p.id, p.document_id, d.title, p.position, p.heading, p.body,
                            -(p.lexical <#> cast(:question as sparsevec)) as score
                        """ + FOUND + """
                         and (p.lexical <#> cast(:question as sparsevec)) < 0
                        order by score desc, p.id limit :most""")
                .setParameter("tenant", tenant())
                .setParameter("bases", baseIds)
                .setParameter("question", question.toText())
                .setParameter("most", most);
        return found(query);
    }

    /**
     * The vector leg: passages nearest in meaning, by cosine similarity. The index goes on searching until enough rows pass the
     * filters, so that a small base beside large ones is not starved.
     */
    public List<FoundPassage> findByMeaning(Collection<UUID> baseIds, String model, float[] question, int most) {
        if (!PLAIN_NAME.matcher(model).matches()) {
            throw new IllegalArgumentException("not a name of a model");
        }
        Rows.of(entities.createNativeQuery("select set_config('hnsw.iterative_scan', 'strict_order', true)"));
        // model and length stand in the text of the statement: the partial index is chosen by them
        String distance =
                "cast(p.embedding as vector(%1$d)) <=> cast(:question as vector(%1$d))".formatted(question.length);
        Query query = entities.createNativeQuery(
                        """
                        select p.id, p.document_id, d.title, p.position, p.heading, p.body, 1 - (%1$s) as score
                        """.formatted(distance) + FOUND + """
                         and p.model = '%s' and p.dimension = %d and p.embedding is not null
                        order by %s limit :most""".formatted(model, question.length, distance))
                .setParameter("tenant", tenant())
                .setParameter("bases", baseIds)
                .setParameter("question", text(question))
                .setParameter("most", most);
        return found(query);
    }

    private static List<FoundPassage> found(Query query) {
        List<Object[]> rows = Rows.of(query);
        return rows.stream()
                .map(r -> new FoundPassage(
                        (UUID) r[0],
                        (UUID) r[1],
                        (String) r[2],
                        (int) r[3],
                        (String) r[4],
                        (String) r[5],
                        ((Number) r[6]).doubleValue()))
                .toList();
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
