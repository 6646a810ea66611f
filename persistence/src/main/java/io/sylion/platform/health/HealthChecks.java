package io.sylion.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * The questions of the health page. Ready means that a message can be taken in and shown; live means that a restart would not help;
 * a model or provider that rests is told of and leaves both as they are.
 *
 * <p>The server looks for checks in the libraries of an EAR and in none of its modules. So they stand here, and the modules bring
 * the answers when they start; until then a part is down.
 */
@ApplicationScoped
public class HealthChecks {
    public static final String DATABASE = "database";
    public static final String BROKER = "broker";
    public static final String OBJECT_STORE = "object-store";
    public static final String MODEL = "model";
    public static final String CIRCUITS = "circuits";
    public static final String SCHEMA = "schema";

    private final Map<String, HealthCheck> answers = new ConcurrentHashMap<>();

    /** Who is asked from now on how a part stands. */
    public void answer(String part, HealthCheck answer) {
        answers.put(part, answer);
    }

    @Produces
    @Readiness
    HealthCheck database() {
        return () -> ask(DATABASE);
    }

    @Produces
    @Readiness
    HealthCheck broker() {
        return () -> ask(BROKER);
    }

    @Produces
    @Readiness
    HealthCheck objectStore() {
        return () -> ask(OBJECT_STORE);
    }

    @Produces
    @Readiness
    HealthCheck model() {
        return () -> ask(MODEL);
    }

    @Produces
    @Readiness
    HealthCheck circuits() {
        return () -> ask(CIRCUITS);
    }

    /** A server whose threads wait for each other never recovers. */
    @Produces
    @Liveness
    HealthCheck threads() {
        return () -> HealthCheckResponse.named("threads")
                .status(ManagementFactory.getThreadMXBean().findDeadlockedThreads() == null)
                .build();
    }

    /** Answered only when everything is deployed, and so the schema up to date. */
    @Produces
    @Startup
    HealthCheck schema() {
        return () -> ask(SCHEMA);
    }

    private HealthCheckResponse ask(String part) {
        return answers.getOrDefault(part, () -> notYet(part)).call();
    }

    private static HealthCheckResponse notYet(String part) {
        return HealthCheckResponse.named(part)
                .down()
                .withData("detail", "not started yet")
                .build();
    }
}
