package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Passages of the bound tenant: kept by revision, found by words. Only those of a document's indexed revision are found.
 */
@ApplicationScoped
public class PassageRepository {
    /** The number under which {@code knowledge_term} counts all passages. */
    private static final int ALL = 0;

    /** No passage has this revision. */
    private static final int NONE = -1;

    /** Passages looked up for each that is returned, since terms left out of the look-up may change their order. */
    private static final int CANDIDATES = 5;

    private static final int POSTINGS_AT_ONCE = 10_000;

    /** How far the text around a hit is read. */
    private static final int BEFORE = 3;

    private static final int AFTER = 4;

    @PersistenceContext
    EntityManager entities;

    public PassageRepository() {}

    PassageRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Stores the parts of a revision; those that are there already stay. */
    public void add(UUID baseId, UUID documentId, int revision, List<NewPassage> passages) {
        if (passages.isEmpty()) {
            return;
        }
        entities.createNativeQuery("""
                        insert into knowledge_passage (id, tenant_id, base_id, document_id, revision, position, heading, body, lexical)
                        select p.id, :tenant, :base, :document, :revision, p.position, p.heading, p.body, cast(p.lexical as sparsevec)
                        from unnest(cast(:ids as uuid[]), cast(:positions as integer[]), cast(:headings as text[]),
                            cast(:bodies as text[]), cast(:lexicals as text[])) p (id, position, heading, body, lexical)
                        on conflict (document_id, revision, position) do nothing""")
                .setParameter("tenant", tenant())
                .setParameter("base", baseId)
                .setParameter("document", documentId)
                .setParameter("revision", revision)
                .setParameter(
                        "ids", array(passages.stream().map(p -> Ids.next()).toList()))
                .setParameter(
                        "positions",
                        array(passages.stream().map(NewPassage::position).toList()))
                .setParameter("headings", texts(passages, NewPassage::heading))
                .setParameter("bodies", texts(passages, NewPassage::body))
                .setParameter("lexicals", texts(passages, p -> p.lexical().toText()))
                .executeUpdate();
    }

    private static String[] texts(List<NewPassage> passages, Function<NewPassage, String> text) {
        return passages.stream().map(text).toArray(String[]::new);
    }

    /**
     * Makes a revision the one that is found: removes all others and corrects what is kept of terms. The base must be held, the
     * document still name its former revision.
     */
    public void publish(UUID baseId, UUID documentId, int formerRevision, int revision) {
        Map<Integer, Integer> changes = new HashMap<>();
        Map<UUID, SparseVector> former = weights(documentId, formerRevision);
        Map<UUID, SparseVector> published = weights(documentId, revision);
        former.values().forEach(passage -> count(passage, changes, -1));
        published.values().forEach(passage -> count(passage, changes, 1));
        removePostings(baseId, former);
        entities.createNativeQuery("""
                        delete from knowledge_passage
                        where tenant_id = :tenant and document_id = :document and revision <> :revision""")
                .setParameter("tenant", tenant())
                .setParameter("document", documentId)
                .setParameter("revision", revision)
                .executeUpdate();
        addPostings(baseId, published);
        changes.values().removeIf(change -> change == 0);
        if (!changes.isEmpty()) {
            change(baseId, changes);
        }
    }

    /** Forgets all of a document that is to be deleted. The base must be held. */
    public void withdraw(UUID baseId, UUID documentId, int indexedRevision) {
        publish(baseId, documentId, indexedRevision, NONE);
    }

    private Map<UUID, SparseVector> weights(UUID documentId, int revision) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select id, cast(lexical as text) from knowledge_passage
                        where tenant_id = :tenant and document_id = :document and revision = :revision""")
                .setParameter("tenant", tenant())
                .setParameter("document", documentId)
                .setParameter("revision", revision));
        Map<UUID, SparseVector> weights = new LinkedHashMap<>();
        rows.forEach(row -> weights.put((UUID) row[0], SparseVector.parse((String) row[1])));
        return weights;
    }

    private void addPostings(UUID baseId, Map<UUID, SparseVector> passages) {
        postings(baseId, passages, """
                insert into knowledge_posting (tenant_id, base_id, term, passage_id, weight)
                select :tenant, :base, t.term, t.passage, t.weight from given t on conflict do nothing""");
    }

    private void removePostings(UUID baseId, Map<UUID, SparseVector> passages) {
        postings(baseId, passages, """
                delete from knowledge_posting o using given t
                where o.tenant_id = :tenant and o.base_id = :base and o.term = t.term and o.passage_id = t.passage""");
    }

    /** Runs a statement on all terms of passages; it reads them from {@code given} (passage, term, weight). */
    private void postings(UUID baseId, Map<UUID, SparseVector> passages, String statement) {
        List<UUID> holders = new ArrayList<>();
        List<Integer> terms = new ArrayList<>();
        List<Float> weights = new ArrayList<>();
        passages.forEach((passage, lexical) -> {
            lexical.weights().forEach((term, weight) -> {
                holders.add(passage);
                terms.add(term);
                weights.add(weight);
            });
        });
        for (int from = 0; from < terms.size(); from += POSTINGS_AT_ONCE) {
            int to = Math.min(from + POSTINGS_AT_ONCE, terms.size());
            entities.createNativeQuery("""
                            with given (passage, term, weight) as materialized (
                                select * from unnest(cast(:passages as uuid[]), cast(:terms as integer[]), cast(:weights as real[])))
                            """ + statement)
                    .setParameter("tenant", tenant())
                    .setParameter("base", baseId)
                    .setParameter("passages", array(holders.subList(from, to)))
                    .setParameter("terms", array(terms.subList(from, to)))
                    .setParameter("weights", array(weights.subList(from, to)))
                    .executeUpdate();
        }
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

    static String array(Collection<?> values) {
        return '{' + String.join(",", values.stream().map(String::valueOf).toList()) + '}';
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

    /**
     * A leg by terms: passages that hold terms of the question, by BM25.
     *
     * @param telling the terms by which passages are looked up; what the others of the question add counts for those
     */
    public List<PassageHit> findByTerms(SearchScope where, SparseVector telling, SparseVector question, int most) {
        Query query = entities.createNativeQuery("""
                        with candidate as (
                            select o.passage_id, sum(o.weight * q.rarity) as part
                            from unnest(cast(:terms as integer[]), cast(:rarities as real[])) q (term, rarity)
                            join knowledge_posting o on o.tenant_id = :tenant and o.base_id in (:bases) and o.term = q.term
                            group by o.passage_id order by part desc, o.passage_id limit :candidates)
                        select p.id, p.document_id, p.position, -(p.lexical <#> cast(:question as sparsevec)) as score
                        from candidate c join knowledge_passage p on p.id = c.passage_id
                        join knowledge_document d on d.id = p.document_id and d.indexed_revision = p.revision
                        where p.tenant_id = :tenant and d.language = coalesce(cast(:language as text), d.language)
                        order by score desc, p.id limit :most""")
                .setParameter("tenant", tenant())
                .setParameter("bases", where.baseIds())
                .setParameter("language", where.language())
                .setParameter("terms", array(telling.weights().keySet()))
                .setParameter("rarities", array(telling.weights().values()))
                .setParameter("candidates", CANDIDATES * most)
                .setParameter("question", question.toText())
                .setParameter("most", most);
        return found(query);
    }

    static List<PassageHit> found(Query query) {
        List<Object[]> rows = Rows.of(query);
        return rows.stream()
                .map(r -> new PassageHit((UUID) r[0], (UUID) r[1], (int) r[2], ((Number) r[3]).doubleValue()))
                .toList();
    }

    /** The passages at these places and some on both sides of each, in the order of their documents. */
    public List<ContextPassage> around(Collection<PassagePlace> places) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select distinct p.id, p.document_id, d.external_id, d.title, p.position, p.heading, p.body
                        from unnest(cast(:documents as uuid[]), cast(:positions as integer[])) w (document_id, position)
                        join knowledge_document d on d.id = w.document_id
                        join knowledge_passage p on p.document_id = d.id and p.revision = d.indexed_revision
                            and p.position between w.position - :before and w.position + :after
                        where p.tenant_id = :tenant order by p.document_id, p.position""")
                .setParameter("tenant", tenant())
                .setParameter(
                        "documents",
                        array(places.stream().map(PassagePlace::documentId).toList()))
                .setParameter(
                        "positions",
                        array(places.stream().map(PassagePlace::position).toList()))
                .setParameter("before", BEFORE)
                .setParameter("after", AFTER));
        return rows.stream()
                .map(r -> new ContextPassage(
                        (UUID) r[0], (UUID) r[1], (String) r[2], (String) r[3], (int) r[4], (String) r[5], (String)
                                r[6]))
                .toList();
    }

    private static UUID tenant() {
        return TenantScope.current().tenantId();
    }
}
