package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.OperatorDatabase;
import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What deleted bases still hold. Nothing of it is loaded: a document may be large. */
@ApplicationScoped
public class BaseRemovalRepository {
    private static final int BASES_AT_ONCE = 20;

    @PersistenceContext
    EntityManager entities;

    @Inject
    OperatorDatabase database;

    public BaseRemovalRepository() {}

    BaseRemovalRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Deleted bases of all tenants, as the operator; a row is tenant and id. */
    public <T> List<T> due(OperatorDatabase.Row<T> row) {
        return database.list(
                "select tenant_id, id from knowledge_base where removed_at is not null order by removed_at limit "
                        + BASES_AT_ONCE,
                row);
    }

    /** Some documents of the base, each with the key of its object, null when it has none. */
    public Map<UUID, String> documents(UUID baseId, int most) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select id, object_key from knowledge_document where tenant_id = :tenant and base_id = :base
                        order by id limit :most for update""")
                .setParameter("tenant", tenant())
                .setParameter("base", baseId)
                .setParameter("most", most));
        Map<UUID, String> objects = new HashMap<>();
        rows.forEach(row -> objects.put((UUID) row[0], (String) row[1]));
        return objects;
    }

    /** Their passages go with them. */
    public void removeDocuments(Collection<UUID> documentIds) {
        entities.createNativeQuery("delete from knowledge_document where tenant_id = :tenant and id in (:documents)")
                .setParameter("tenant", tenant())
                .setParameter("documents", documentIds)
                .executeUpdate();
    }

    /** Removes some postings of the base; answers how many. */
    public int removePostings(UUID baseId, int most) {
        return entities.createNativeQuery("""
                        delete from knowledge_posting where tenant_id = :tenant and base_id = :base and ctid = any(array(
                            select ctid from knowledge_posting where tenant_id = :tenant and base_id = :base limit :most))""")
                .setParameter("tenant", tenant())
                .setParameter("base", baseId)
                .setParameter("most", most)
                .executeUpdate();
    }

    /** Removes a base that was deleted and holds no documents; its counts and evaluations go with it. */
    public void removeBase(UUID baseId) {
        entities.createNativeQuery(
                        "delete from knowledge_base where tenant_id = :tenant and id = :base and removed_at is not null")
                .setParameter("tenant", tenant())
                .setParameter("base", baseId)
                .executeUpdate();
    }

    private static UUID tenant() {
        return TenantScope.current().tenantId();
    }
}
