package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Queries of the bound tenant's documents. */
@ApplicationScoped
public class DocumentRepository {
    private static final String SUMMARY = """
            select new io.sylion.knowledge.domain.DocumentSummary(
                d.id, d.externalId, d.title, d.state, d.stateAt, d.failure)
            from Document d\s""";

    private static final String STALE = "d.state = INDEXED and d.reviewedAt < :stale";

    @PersistenceContext
    EntityManager entities;

    public DocumentRepository() {}

    DocumentRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps a new document; one that is kept already stays so. */
    public void add(Document document) {
        entities.persist(document);
    }

    public Optional<Document> find(UUID id) {
        return Optional.ofNullable(entities.find(Document.class, id));
    }

    public void remove(Document document) {
        entities.remove(document);
    }

    /** The document, held until the transaction ends. */
    public Optional<Document> lock(UUID id) {
        return Optional.ofNullable(entities.find(Document.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<Document> named(UUID baseId, String externalId) {
        return entities.createQuery("from Document where baseId = :base and externalId = :name", Document.class)
                .setParameter("base", baseId)
                .setParameter("name", externalId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public List<DocumentSummary> ofBase(UUID baseId) {
        return entities.createQuery(SUMMARY + "where d.baseId = :base order by d.title", DocumentSummary.class)
                .setParameter("base", baseId)
                .getResultList();
    }

    public Optional<DocumentSummary> summary(UUID id) {
        return entities.createQuery(SUMMARY + "where d.id = :id", DocumentSummary.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The documents of a base, those that changed last first. */
    public List<DocumentDetails> details(UUID baseId, DocumentShelf shelf, Instant staleBefore, int first, int most) {
        TypedQuery<DocumentDetails> query = entities.createQuery(
                        """
                        select new io.sylion.knowledge.domain.DocumentDetails(
                            d.id, d.baseId, d.title, d.origin, d.fileName, d.fileType, d.fileBytes, d.pages, d.address, d.state,
                            d.stateAt, d.problem, d.passages, d.revision, d.indexedRevision, d.changedAt, d.reviewedAt)
                        from Document d where d.baseId = :base""" + on(shelf) + " order by d.changedAt desc, d.id desc", DocumentDetails.class)
                .setParameter("base", baseId);
        if (shelf == DocumentShelf.STALE) {
            query.setParameter("stale", staleBefore);
        }
        return query.setFirstResult(first).setMaxResults(most).getResultList();
    }

    private static String on(DocumentShelf shelf) {
        return switch (shelf) {
            case ALL -> "";
            case WORKING -> " and d.state in (QUEUED, INDEXING)";
            case FAILED -> " and d.state = FAILED";
            case STALE -> " and " + STALE;
        };
    }

    public DocumentCounts counts(UUID baseId, Instant staleBefore) {
        return entities.createQuery("""
                        select new io.sylion.knowledge.domain.DocumentCounts(cast(count(d) as integer),
                            cast(count(case when d.state in (QUEUED, INDEXING) then 1 end) as integer),
                            cast(count(case when d.state = FAILED then 1 end) as integer),
                            cast(count(case when %s then 1 end) as integer),
                            cast(coalesce(sum(d.passages), 0) as integer))
                        from Document d where d.baseId = :base""".formatted(STALE), DocumentCounts.class)
                .setParameter("base", baseId)
                .setParameter("stale", staleBefore)
                .getSingleResult();
    }

    /** How far the index of the newest revision is, for documents at work. */
    public Map<UUID, IndexingProgress> progress(Collection<UUID> documentIds) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select p.document_id, cast(count(*) as integer), cast(count(*) filter (where exists (
                            select from knowledge_vector v where v.tenant_id = p.tenant_id and v.passage_id = p.id)) as integer)
                        from knowledge_passage p join knowledge_document d on d.id = p.document_id and d.revision = p.revision
                        where p.tenant_id = :tenant and p.document_id in (:documents) group by p.document_id""")
                .setParameter("tenant", TenantScope.current().tenantId())
                .setParameter("documents", documentIds));
        Map<UUID, IndexingProgress> progress = new HashMap<>();
        rows.forEach(row -> progress.put((UUID) row[0], new IndexingProgress((int) row[1], (int) row[2])));
        return progress;
    }

    /** The passages that are found, in their order. */
    public List<DocumentPassage> passages(UUID documentId, int first, int most) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select p.position + 1, p.heading, p.body
                        from knowledge_passage p join knowledge_document d on d.id = p.document_id and d.indexed_revision = p.revision
                        where p.tenant_id = :tenant and p.document_id = :document
                        order by p.position offset :first limit :most""")
                .setParameter("tenant", TenantScope.current().tenantId())
                .setParameter("document", documentId)
                .setParameter("first", first)
                .setParameter("most", most));
        return rows.stream()
                .map(row -> new DocumentPassage((int) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** The place of a passage among those that are found, from 1; empty when it was replaced. */
    public Optional<Integer> number(UUID documentId, UUID passageId) {
        List<Integer> numbers = Rows.of(entities.createNativeQuery("""
                        select p.position + 1
                        from knowledge_passage p join knowledge_document d on d.id = p.document_id and d.indexed_revision = p.revision
                        where p.tenant_id = :tenant and p.document_id = :document and p.id = :passage""")
                .setParameter("tenant", TenantScope.current().tenantId())
                .setParameter("document", documentId)
                .setParameter("passage", passageId));
        return numbers.stream().findFirst();
    }

    /** How many passages a revision has. */
    public int count(UUID documentId, int revision) {
        Object count = entities.createNativeQuery("""
                        select count(*) from knowledge_passage
                        where tenant_id = :tenant and document_id = :document and revision = :revision""")
                .setParameter("tenant", TenantScope.current().tenantId())
                .setParameter("document", documentId)
                .setParameter("revision", revision)
                .getSingleResult();
        return ((Number) count).intValue();
    }
}
