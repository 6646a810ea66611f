package io.sylion.platform.observe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * The health page. Ready means that a message can be taken in and shown; live means that a restart would not help; a model or
 * provider that rests is told of and leaves both as they are.
 */
@ApplicationScoped
public class HealthChecks {
    @Inject
    Dependencies dependencies;

    @Produces
    @Readiness
    HealthCheck database() {
        return () -> answer(dependencies.database());
    }

    @Produces
    @Readiness
    HealthCheck broker() {
        return () -> answer(dependencies.broker());
    }

    @Produces
    @Readiness
    HealthCheck objectStore() {
        return () -> answer(dependencies.objectStore());
    }

    @Produces
    @Readiness
    HealthCheck model() {
        return () -> {
            DependencyState state = dependencies.model();
            return HealthCheckResponse.named(state.name())
                    .up()
                    .withData("model", state.detail())
                    .build();
        };
    }

    @Produces
    @Readiness
    HealthCheck circuits() {
        return () -> {
            HealthCheckResponseBuilder answer =
                    HealthCheckResponse.named("circuits").up();
            dependencies
                    .circuits()
                    .forEach(each ->
                            answer.withData(each.name().substring("circuit:".length()), each.up() ? "closed" : "open"));
            return answer.build();
        };
    }

    /** A server whose threads wait for each other never recovers. */
    @Produces
    @Liveness
    HealthCheck threads() {
        return () -> HealthCheckResponse.named("threads")
                .status(ManagementFactory.getThreadMXBean().findDeadlockedThreads() == null)
                .build();
    }

    /** Everything is deployed by the time that this answers, and the schema is up to date. */
    @Produces
    @Startup
    HealthCheck schema() {
        return () -> answer(dependencies.database());
    }

    private static HealthCheckResponse answer(DependencyState state) {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named(state.name()).status(state.up());
        return state.detail().isEmpty()
                ? answer.build()
                : answer.withData("detail", state.detail()).build();
    }
}
