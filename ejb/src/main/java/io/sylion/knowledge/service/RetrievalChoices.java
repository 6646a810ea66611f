package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.RetrievalChosen;
import io.sylion.knowledge.domain.ManagedStore;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers for a few seconds where tenants search, so that not every question reads it. A change on this node is seen at once, one
 * on another node when that time is over.
 */
@ApplicationScoped
@Permit(Role.VIEWER)
class RetrievalChoices {
    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(5);

    @Inject
    RetrievalChoiceService choices;

    @Inject
    Clock clock;

    private final ConcurrentHashMap<UUID, Known> known = new ConcurrentHashMap<>();

    private record Known(Optional<ManagedStore> store, Instant until) {}

    /** As {@link RetrievalChoiceService#store}. */
    Optional<ManagedStore> store() {
        UUID tenant = TenantScope.current().tenantId();
        Known found = known.get(tenant);
        if (found != null && clock.instant().isBefore(found.until())) {
            return found.store();
        }
        Optional<ManagedStore> store = choices.store();
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(tenant, new Known(store, clock.instant().plus(FRESH)));
        return store;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) RetrievalChosen chosen) {
        known.remove(chosen.tenantId());
    }
}
