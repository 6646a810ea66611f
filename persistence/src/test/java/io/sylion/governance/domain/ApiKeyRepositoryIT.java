package io.sylion.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.persistence.DatabaseTest;
import io.sylion.tenant.domain.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyRepositoryIT extends DatabaseTest {
    private static final Instant NOW = noon("2026-11-20");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void requestsThatComeTogetherAreNoConflict() throws Exception {
        TenantScope tenant = newTenant();
        ApiKey key = new ApiKey(NOW, "Site", "sylion_abcde", UUID.randomUUID().toString(), ApiScope.READ);
        inTransaction(tenant, entities -> {
            new ApiKeyRepository(entities).add(key);
            return null;
        });
        inTransaction(tenant, entities -> {
            ApiKeyRepository keys = new ApiKeyRepository(entities);
            assertThat(keys.find(key.id())).isPresent();
            use(tenant, key.id(), NOW.plusSeconds(1));
            keys.used(key.id(), NOW.plusSeconds(2), NOW.plusSeconds(2).minus(MINUTE));
            return null;
        });
        assertThat(lastUse(tenant)).as("noted once").isEqualTo(NOW.plusSeconds(1));
        use(tenant, key.id(), NOW.plusSeconds(90));
        assertThat(lastUse(tenant)).as("and again after a while").isEqualTo(NOW.plusSeconds(90));
    }

    private static void use(TenantScope tenant, UUID key, Instant now) {
        inTransaction(tenant, entities -> {
            new ApiKeyRepository(entities).used(key, now, now.minus(MINUTE));
            return null;
        });
    }

    private static Instant lastUse(TenantScope tenant) {
        return inTransaction(
                tenant,
                entities -> new ApiKeyRepository(entities).all().getFirst().lastUsedAt());
    }
}
