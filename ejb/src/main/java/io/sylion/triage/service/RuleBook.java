package io.sylion.triage.service;

import io.sylion.tenant.domain.TenantScope;
import io.sylion.tenant.service.TenantDirectory;
import io.sylion.triage.api.RuleSetDetails;
import io.sylion.triage.api.RulesChanged;
import io.sylion.triage.api.RulesOutdated;
import io.sylion.triage.domain.IgnoreExample;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers each tenant's rules, made ready, so that no message reads them. Every node hears of a change by the topic; one that the
 * topic did not reach sees it after a few seconds, when it looks whether there is a newer version.
 */
@ApplicationScoped
@PermitAll
class RuleBook {
    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(5);

    @Inject
    RuleSetService sets;

    @Inject
    ExampleService examples;

    @Inject
    TenantDirectory tenants;

    @Inject
    Clock clock;

    private final ConcurrentHashMap<UUID, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    private record Known(TenantRules rules, Instant until) {}

    /** Those of the bound tenant. */
    TenantRules current() {
        UUID tenant = TenantScope.current().tenantId();
        Known found = known.get(tenant);
        if (found != null && clock.instant().isBefore(found.until())) {
            return found.rules();
        }
        long before = changes.get();
        TenantRules rules = read(tenant, found == null ? null : found.rules());
        if (known.size() >= MOST) {
            known.clear();
        }
        // what was read while it was being changed is not kept
        if (changes.get() == before) {
            known.put(tenant, new Known(rules, clock.instant().plus(FRESH)));
        }
        return rules;
    }

    private TenantRules read(UUID tenant, TenantRules had) {
        RuleSetDetails set = sets.current();
        List<IgnoreExample> listed = examples.all();
        return had != null && had.areMadeOf(set.number(), set.rules(), listed)
                ? had
                : TenantRules.of(
                        set.number(), set.rules(), listed, tenants.byId(tenant).timeZone());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) RulesChanged changed) {
        forget(changed.tenantId());
    }

    void outdated(@Observes RulesOutdated outdated) {
        forget(outdated.tenantId());
    }

    private void forget(UUID tenantId) {
        changes.incrementAndGet();
        known.remove(tenantId);
    }
}
