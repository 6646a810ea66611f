package io.sylion.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Management;
import io.sylion.platform.test.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

/** A line of the log says in fields of its own whose work it is about, and nothing of what was written. */
class LogFieldsIT {
    private static final String WORDS = "quels sont vos délais de livraison, s'il vous plaît ?";

    @Test
    void linesOfConsumersCarryIds() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        customer.writes(WORDS);
        customer.gets(1);
        String conversation = customer.conversation().toString();
        List<JsonNode> lines = Await.until("lines about it", () -> about(conversation), found -> !found.isEmpty());
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("mdc").path("tenant").asText())
                    .isEqualTo(DemoChannel.BOUTIQUE.tenant().toString());
            assertThat(line.path("mdc").path("message").asText()).isNotEmpty();
            assertThat(line.toString()).doesNotContain(WORDS).doesNotContain(customer.phone());
        });
    }

    private static List<JsonNode> about(String conversation) throws IOException {
        ModelNode directory = new ModelNode();
        directory.get("name").set("log-dir");
        Path log = Path.of(Management.operate("read-attribute", directory, "core-service", "server-environment")
                        .asString())
                .resolve("server.log");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("\"conversation\":\"" + conversation))
                    .map(LogFieldsIT::read)
                    .toList();
        }
    }

    private static JsonNode read(String line) {
        try {
            return Web.JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
