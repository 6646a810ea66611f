package io.sylion.platform.persistence;

import io.sylion.tenant.domain.TenantScope;
import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** First wall: Hibernate adds the bound tenant to every entity query and every insert. */
public class ScopedTenantResolver implements CurrentTenantIdentifierResolver<UUID> {
    /** Owns no row: what installation-wide tables (plans, persons) are read under. */
    static final UUID NOBODY = new UUID(0, 0);

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return TenantScope.isBound() ? TenantScope.current().tenantId() : NOBODY;
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
