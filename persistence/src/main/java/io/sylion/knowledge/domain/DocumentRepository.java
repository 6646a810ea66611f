package io.sylion.knowledge.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of the bound tenant's documents. */
@ApplicationScoped
public class DocumentRepository {
    private static final String SUMMARY = """
            select new io.sylion.knowledge.domain.DocumentSummary(
                d.id, d.externalId, d.title, d.state, d.stateAt, d.failure)
            from Document d\s""";

    @PersistenceContext
    EntityManager entities;

    public DocumentRepository() {}

    DocumentRepository(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Document document) {
        entities.persist(document);
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

    public void remove(Document document) {
        entities.remove(document);
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
}
