package io.sylion.platform.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.guard.CircuitBreaker;
import io.sylion.platform.measure.Meters;
import io.sylion.tenant.domain.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuardedManagedSearchTest {
    private static final TenantScope BROKEN = TenantScope.system(new UUID(1, 1));
    private static final TenantScope WELL = TenantScope.system(new UUID(2, 2));

    private final AtomicInteger calls = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GuardedManagedSearch search = new GuardedManagedSearch(
            this::answer,
            () -> new CircuitBreaker("test", 3, Duration.ofMinutes(1), Clock.systemUTC()),
            breaker -> new ModelGuard(
                    "search",
                    new ModelSettings(
                            "vertex", "default_search", null, null, null, null, null, 0, Duration.ofSeconds(5), 2),
                    breaker,
                    new Meters(meters),
                    Duration.ofMillis(1)));

    private List<ManagedHit> answer(ManagedQuery query) {
        calls.incrementAndGet();
        if (query.resource().equals("broken")) {
            throw ModelFailure.ofStatus(429, "quota", null);
        }
        return List.of();
    }

    @Test
    void oneTenantsTroubleIsNotAnothers() throws Exception {
        assertThatThrownBy(() -> ask(BROKEN, "broken")).isInstanceOf(ModelFailure.class);
        assertThat(calls).as("attempts").hasValue(3);
        assertThatThrownBy(() -> ask(BROKEN, "broken"))
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
        assertThat(calls).as("nothing was asked").hasValue(3);
        assertThat(search.isResting()).isTrue();

        assertThat(ask(WELL, "well")).isEmpty();
        assertThat(meters.get("sylion.ai.call")
                        .tag("purpose", "search")
                        .tag("outcome", "answered")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private List<ManagedHit> ask(TenantScope tenant, String resource) throws Exception {
        return TenantScope.call(tenant, () -> search.search(new ManagedQuery("eu", resource, "?", null, 1)));
    }
}
