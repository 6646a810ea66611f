package io.sylion.platform.observe;

import io.sylion.platform.health.HealthChecks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** What the health page is told of each part that Sylion needs. */
@ApplicationScoped
public class HealthAnswers {
    private static final String CIRCUIT = "circuit:";

    @Inject
    Dependencies dependencies;

    @Inject
    HealthChecks checks;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        checks.answer(HealthChecks.DATABASE, () -> answer(dependencies.database()));
        checks.answer(HealthChecks.BROKER, () -> answer(dependencies.broker()));
        checks.answer(HealthChecks.OBJECT_STORE, () -> answer(dependencies.objectStore()));
        checks.answer(HealthChecks.MODEL, () -> answer(dependencies.model()));
        checks.answer(HealthChecks.CIRCUITS, this::circuits);
        checks.answer(HealthChecks.SCHEMA, HealthAnswers::schema);
    }

    private HealthCheckResponse circuits() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named(HealthChecks.CIRCUITS).up();
        dependencies
                .circuits()
                .forEach(each ->
                        answer.withData(each.name().substring(CIRCUIT.length()), each.up() ? "closed" : "open"));
        return answer.build();
    }

    /** The migrations ran before anything could answer. */
    private static HealthCheckResponse schema() {
        return HealthCheckResponse.up(HealthChecks.SCHEMA);
    }

    private static HealthCheckResponse answer(DependencyState state) {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named(state.name()).status(state.up());
        return state.detail().isEmpty()
                ? answer.build()
                : answer.withData("detail", state.detail()).build();
    }
}
