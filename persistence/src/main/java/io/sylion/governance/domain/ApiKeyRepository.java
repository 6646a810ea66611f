package io.sylion.governance.domain;

import io.sylion.platform.persistence.Columns;
import io.sylion.platform.persistence.OperatorDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keys of the bound tenant; and whose a key is, which is asked before there is a tenant. */
@ApplicationScoped
public class ApiKeyRepository {
    @PersistenceContext
    EntityManager entities;

    @Inject
    OperatorDatabase database;

    public ApiKeyRepository() {}

    ApiKeyRepository(EntityManager entities) {
        this.entities = entities;
    }

    public void add(ApiKey key) {
        entities.persist(key);
    }

    public Optional<ApiKey> find(UUID id) {
        return Optional.ofNullable(entities.find(ApiKey.class, id));
    }

    public List<ApiKeySummary> all() {
        return entities.createQuery("""
                        select new io.sylion.governance.domain.ApiKeySummary(
                            k.id, k.name, k.beginning, k.scope, k.createdAt, k.lastUsedAt, k.revokedAt)
                        from ApiKey k order by k.createdAt desc""", ApiKeySummary.class).getResultList();
    }

    /** Notes a use, unless one was noted since. A statement of its own: requests that come together are no conflict. */
    public void used(UUID id, Instant now, Instant since) {
        entities.createQuery(
                        "update ApiKey set lastUsedAt = :now where id = :id and (lastUsedAt is null or lastUsedAt < :since)")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("since", since)
                .executeUpdate();
    }

    /** The valid key of this digest, of any tenant. */
    public Optional<ApiKeyOwner> ownerOf(String digest) {
        return database
                .list(
                        """
                        select tenant_id, id, name, scope, last_used_at from governance_api_key
                        where digest = ? and revoked_at is null""",
                        row -> new ApiKeyOwner(
                                Columns.uuid(row, "tenant_id"),
                                Columns.uuid(row, "id"),
                                row.getString("name"),
                                ApiScope.valueOf(row.getString("scope")),
                                Columns.instant(row, "last_used_at")),
                        digest)
                .stream()
                .findFirst();
    }
}
