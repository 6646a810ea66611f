package io.sylion.knowledge.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Queries of the bound tenant's objects that are to go. */
@ApplicationScoped
public class ObjectRemovalRepository {
    @PersistenceContext
    EntityManager entities;

    public ObjectRemovalRepository() {}

    ObjectRemovalRepository(EntityManager entities) {
        this.entities = entities;
    }

    public void add(ObjectRemoval removal) {
        entities.persist(removal);
    }

    public Optional<ObjectRemoval> find(UUID id) {
        return Optional.ofNullable(entities.find(ObjectRemoval.class, id));
    }

    public void remove(ObjectRemoval removal) {
        entities.remove(removal);
    }

    /** A document refers to the object now: it stays. */
    public void keep(String objectKey) {
        entities.createQuery("delete from ObjectRemoval where objectKey = :key")
                .setParameter("key", objectKey)
                .executeUpdate();
    }
}
