package io.sylion.knowledge.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Where the bound tenant's assistants search. */
@ApplicationScoped
public class RetrievalChoiceRepository {
    @PersistenceContext
    EntityManager entities;

    public RetrievalChoiceRepository() {}

    RetrievalChoiceRepository(EntityManager entities) {
        this.entities = entities;
    }

    public void add(RetrievalChoice choice) {
        entities.persist(choice);
    }

    /** Empty when the tenant has not chosen yet. */
    public Optional<RetrievalChoice> find() {
        return entities.createQuery("from RetrievalChoice", RetrievalChoice.class)
                .getResultStream()
                .findFirst();
    }
}
