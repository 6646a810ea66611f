package io.sylion.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Installation;
import io.sylion.platform.test.SandboxProcess;
import io.sylion.platform.test.Web;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server dies in the middle of 500 messages: what it acknowledged is stored once and answered once. It runs last. */
@Order(Integer.MAX_VALUE)
class CrashIT {
    private static final String MESSAGES = "500";

    /** Ids of messages whose reply was under way when the server died: staff sees "delivery unknown". */
    private static final String IN_DOUBT = """
            SELECT asked.provider_message_id FROM conversation_message reply \
            JOIN conversation_message asked ON asked.id = reply.answers_id WHERE reply.state IN ('SENDING', 'UNKNOWN')""";

    @TempDir
    Path folder;

    private SandboxProcess providers;
    private String usualProvider;

    @BeforeEach
    void moveTheProvidersOutOfTheServer() throws Exception {
        providers = SandboxProcess.start();
        usualProvider = (String) Database.value(
                "select base_url from channel_channel where provider_number_id = ?", DemoChannel.ATELIER.numberId());
        provider(providers.address() + "/graph/v26.0");
        Await.until(
                "nothing is sent to the old address any more",
                () -> {
                    Customer customer = Customer.of(DemoChannel.ATELIER);
                    customer.decision(customer.writes("Bonjour, combien coûte une révision de vélo ?"));
                    customer.settles();
                    return customer.got();
                },
                List::isEmpty);
    }

    @AfterEach
    void leaveEverythingAsItWas() throws Exception {
        provider(usualProvider);
        providers.close();
        Installation.sylion("server", "start");
        Await.until(
                "ready",
                Duration.ofSeconds(90),
                () -> Web.get(Installation.managementAddress() + "/health/ready")
                        .status(),
                status -> status == 200);
    }

    @Test
    void whatWasAcknowledgedIsStoredOnceAndAnsweredOnce() throws Exception {
        Path result = folder.resolve("kill.json");
        String sylion = "'" + Installation.root().resolve("sylion") + "' ";

        int verdict = SandboxProcess.run(
                "io.sylion.sandbox.load.KillTest",
                "--base-url",
                Installation.address(),
                "--phone-number-ids",
                DemoChannel.ATELIER.numberId(),
                "--ledger-url",
                providers.address(),
                "--messages",
                MESSAGES,
                "--text",
                "Bonjour, combien coûte une révision de vélo ?",
                "--kill-command",
                sylion + "server kill",
                "--start-command",
                sylion + "server start",
                "--in-doubt-command",
                sylion + "db psql -tA -c \"" + IN_DOUBT + "\"",
                "--json",
                result.toString());

        JsonNode told = Web.JSON.readTree(Files.readString(result));
        assertThat(verdict).as(told.toPrettyString()).isZero();
        assertThat(told.path("messages").asInt()).as("acknowledged").isEqualTo(Integer.parseInt(MESSAGES));
        assertThat(told.path("acknowledged_before_kill").asInt())
                .as("killed in the middle")
                .isLessThan(Integer.parseInt(MESSAGES));

        String those = told.path("id_prefix").asText() + "%";
        assertThat(Database.value(
                        "select count(*) from conversation_message where provider_message_id like ? and author = 'CUSTOMER'",
                        those))
                .as("messages stored")
                .isEqualTo(Long.parseLong(MESSAGES));
        assertThat(Database.value("""
                        select count(*) from conversation_message asked where asked.provider_message_id like ?
                        and 1 <> (select count(*) from conversation_message reply where reply.answers_id = asked.id)""", those))
                .as("messages without exactly one reply")
                .isEqualTo(0L);
    }

    private static void provider(String address) throws Exception {
        Database.update(
                "update channel_channel set base_url = ? where provider_number_id = ?",
                address,
                DemoChannel.ATELIER.numberId());
    }
}
