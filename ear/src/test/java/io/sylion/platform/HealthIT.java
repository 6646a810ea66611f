package io.sylion.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.platform.test.Await;
import io.sylion.platform.test.Installation;
import io.sylion.platform.test.Web;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The health page names each part, and says which one is missing. */
class HealthIT {
    private static final String READY = "/health/ready";

    @AfterEach
    void startTheDatabase() throws Exception {
        Installation.sylion("db", "start");
        Await.until("ready", Duration.ofSeconds(90), () -> health(READY).status(), status -> status == 200);
    }

    @Test
    void everyPartIsAsked() throws Exception {
        assertThat(parts(health(READY)))
                .containsEntry("database", "UP")
                .containsEntry("broker", "UP")
                .containsEntry("object-store", "UP")
                .containsEntry("model", "UP")
                .containsEntry("circuits", "UP");
        assertThat(parts(health("/health/live"))).containsEntry("threads", "UP");
        assertThat(parts(health("/health/started"))).containsEntry("schema", "UP");
    }

    @Test
    void withoutItsDatabaseItIsAliveAndNotReady() throws Exception {
        Installation.sylion("db", "stop");
        Web.Answer ready = health(READY);
        assertThat(ready.status()).isEqualTo(503);
        assertThat(parts(ready)).containsEntry("database", "DOWN").containsEntry("broker", "UP");
        assertThat(health("/health/live").status()).isEqualTo(200);
        Installation.sylion("db", "start");
        Await.until("ready again", Duration.ofSeconds(90), () -> health(READY).status(), status -> status == 200);
    }

    private static Web.Answer health(String path) throws Exception {
        return Web.get(Installation.managementAddress() + path);
    }

    private static Map<String, String> parts(Web.Answer health) throws Exception {
        Map<String, String> parts = new TreeMap<>();
        for (JsonNode check : health.json().path("checks")) {
            parts.put(check.path("name").asText(), check.path("status").asText());
        }
        return parts;
    }
}
