package io.sylion.platform.ai;

import io.sylion.platform.guard.CircuitBreaker;
import io.sylion.platform.guard.Circuits;
import io.sylion.platform.measure.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** Makes the guard of a model, its circuit shown to the operator. */
@ApplicationScoped
public class ModelGuards {
    /** As the providers advise. */
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

    private static final int FAILURES_IN_A_ROW = 8;
    private static final Duration PAUSE = Duration.ofSeconds(15);

    @Inject
    Config config;

    @Inject
    Meters meters;

    @Inject
    Circuits circuits;

    @Inject
    Clock clock;

    /**
     * A guard.
     *
     * @param purpose of the calls, for their figures
     * @param name under which the circuit is shown
     */
    public ModelGuard guard(String purpose, String name, ModelSettings settings) {
        CircuitBreaker breaker = breaker(name);
        circuits.register(name, breaker::isOpen);
        return guard(purpose, settings, breaker);
    }

    /** The search with a guard for each tenant; the circuit shown is open while one of them is. */
    ManagedSearch eachTenant(ManagedSearch search, String name, ModelSettings settings) {
        GuardedManagedSearch guarded =
                new GuardedManagedSearch(search, () -> breaker(name), breaker -> guard("search", settings, breaker));
        circuits.register(name, guarded::isResting);
        return guarded;
    }

    private ModelGuard guard(String purpose, ModelSettings settings, CircuitBreaker breaker) {
        return new ModelGuard(purpose, settings, breaker, meters, FIRST_DELAY);
    }

    private CircuitBreaker breaker(String name) {
        return new CircuitBreaker(
                name,
                config.getOptionalValue("sylion.ai.breaker-failures", Integer.class)
                        .orElse(FAILURES_IN_A_ROW),
                config.getOptionalValue("sylion.ai.breaker-pause", Duration.class)
                        .orElse(PAUSE),
                clock);
    }
}
