package io.sylion.tenant.service;

import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.OperatorDatabase;
import io.sylion.tenant.domain.Tenant;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All tenants, for work that must find or visit them. Tenants are few and change rarely: each is kept once it was read. */
@ApplicationScoped
@PermitAll
public class TenantDirectory {
    private static final String COLUMNS = "select id, slug, name, time_zone, locale from tenant_tenant where active";

    @Inject
    OperatorDatabase database;

    @Inject
    Clock clock;

    private final ConcurrentHashMap<UUID, Tenant> known = new ConcurrentHashMap<>();

    public List<Tenant> all() {
        return database.list(COLUMNS + " order by slug", TenantDirectory::read);
    }

    /** @throws java.util.NoSuchElementException when there is none */
    public Tenant byId(UUID id) {
        return known.computeIfAbsent(id, missing -> database
                .list(COLUMNS + " and id = ?", TenantDirectory::read, missing)
                .getFirst());
    }

    public Optional<Tenant> bySlug(String slug) {
        return database.list(COLUMNS + " and slug = ?", TenantDirectory::read, slug).stream()
                .findFirst();
    }

    public Tenant create(String slug, String name, String timeZone, String locale) {
        database.update(
                "insert into tenant_tenant (id, slug, name, time_zone, locale, created_at) values (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                slug,
                name,
                timeZone,
                locale,
                clock.instant());
        return bySlug(slug).orElseThrow();
    }

    private static Tenant read(ResultSet row) throws SQLException {
        return new Tenant(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                ZoneId.of(row.getString(4)),
                row.getString(5));
    }
}
