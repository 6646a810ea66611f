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
        CircuitBreaker breaker = new CircuitBreaker(
                name,
                config.getOptionalValue("sylion.ai.breaker-failures", Integer.class)
                        .orElse(FAILURES_IN_A_ROW),
                config.getOptionalValue("sylion.ai.breaker-pause", Duration.class)
                        .orElse(PAUSE),
                clock);
        circuits.register(name, breaker::isOpen);
        return new ModelGuard(purpose, settings, breaker, meters, FIRST_DELAY);
    }
}
