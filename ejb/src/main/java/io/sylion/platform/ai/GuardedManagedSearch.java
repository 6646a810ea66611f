package io.sylion.platform.ai;

import io.sylion.platform.guard.CircuitBreaker;
import io.sylion.tenant.domain.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A provider's search behind a guard for each tenant: each has a project and quotas of its own, and what one of them spends or breaks
 * must not be another's trouble.
 */
final class GuardedManagedSearch implements ManagedSearch {
    private record Guarded(CircuitBreaker breaker, ModelGuard guard) {}

    private final ManagedSearch search;
    private final Supplier<CircuitBreaker> breakers;
    private final Function<CircuitBreaker, ModelGuard> guards;
    private final Map<UUID, Guarded> tenants = new ConcurrentHashMap<>();

    GuardedManagedSearch(
            ManagedSearch search, Supplier<CircuitBreaker> breakers, Function<CircuitBreaker, ModelGuard> guards) {
        this.search = search;
        this.breakers = breakers;
        this.guards = guards;
    }

    @Override
    public List<ManagedHit> search(ManagedQuery query) {
        return tenants.computeIfAbsent(TenantScope.current().tenantId(), tenant -> guarded())
                .guard()
                .call(() -> search.search(query));
    }

    private Guarded guarded() {
        CircuitBreaker breaker = breakers.get();
        return new Guarded(breaker, guards.apply(breaker));
    }

    /** Whether some tenant's service is left alone now. */
    boolean isResting() {
        return tenants.values().stream().anyMatch(each -> each.breaker().isResting());
    }
}
