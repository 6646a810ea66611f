package io.sylion.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Installation;
import io.sylion.platform.test.Management;
import io.sylion.platform.test.Sandbox;
import io.sylion.platform.test.Web;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How often a message makes the server wait for the database: each statement or group of statements that goes out, and each end of
 * a transaction, is one round trip. An assistant without knowledge answers, so that retrieval is not in it.
 */
class RoundTripsIT {
    private static final DemoChannel CHANNEL = DemoChannel.ATELIER;
    private static final int MESSAGES = 40;

    /** What timers and caches may ask meanwhile, for each message, in the quietest series: a sweep in one of them says nothing. */
    private static final double NOISE = 0.9;

    private static final int SERIES = 3;

    private static final Pattern TRANSACTIONS =
            Pattern.compile("(?m)^sylion_platform_transaction_seconds_count\\{[^}]*} ([0-9.E]+)$");

    private Object bases;

    @BeforeEach
    void answerWithoutKnowledge() throws Exception {
        bases = Database.value(
                "select array_to_string(base_ids, ',') from assistant_assistant where tenant_id = ?", CHANNEL.tenant());
        Database.update("update assistant_assistant set base_ids = '{}' where tenant_id = ?", CHANNEL.tenant());
        Sandbox.knobs("statuses", "none");
        Await.until("an answer without knowledge", RoundTripsIT::answer, text -> text.contains("noté"));
    }

    private static String answer() throws Exception {
        Customer customer = Customer.of(CHANNEL);
        customer.writes("Bonjour, quels sont vos horaires ?");
        return customer.gets(1).getFirst().text();
    }

    @AfterEach
    void answerFromKnowledge() throws Exception {
        Database.update(
                "update assistant_assistant set base_ids = cast(string_to_array(?, ',') as uuid[]) where tenant_id = ?",
                bases,
                CHANNEL.tenant());
        aiSwitch(true);
        Sandbox.healthy();
    }

    @Test
    void aMessageTakesFourAndItsReplySix() throws Exception {
        double both = Double.MAX_VALUE;
        double receive = Double.MAX_VALUE;
        for (int i = 0; i < SERIES; i++) {
            List<Customer> customers =
                    Stream.generate(() -> Customer.of(CHANNEL)).limit(MESSAGES).toList();
            both = Math.min(both, perMessage(customers, customer -> customer.gets(1)));
            aiSwitch(false);
            receive = Math.min(
                    receive,
                    perMessage(
                            customers,
                            customer -> Await.until(
                                    "the second message",
                                    () -> customer.bodies("CUSTOMER"),
                                    bodies -> bodies.size() == 2)));
            aiSwitch(true);
        }

        assertThat(receive).as("round trips to receive a message").isLessThan(4 + NOISE);
        assertThat(both - receive).as("round trips of a reply").isLessThan(6 + NOISE);
    }

    private static void aiSwitch(boolean on) throws Exception {
        Database.update("delete from control_switch where tenant_id = ?", CHANNEL.tenant());
        if (!on) {
            Database.update(
                    "insert into control_switch (id, tenant_id, created_at, active, changed_at, changed_by) values (gen_random_uuid(), ?, now(), false, now(), 'test')",
                    CHANNEL.tenant());
        }
    }

    /** Work on one customer. */
    private interface Wait {
        void forWorkOf(Customer customer) throws Exception;
    }

    private static double perMessage(List<Customer> customers, Wait wait) throws Exception {
        double before = roundTrips();
        for (Customer customer : customers) {
            customer.writes("Bonjour, quels sont vos horaires ?");
        }
        for (Customer customer : customers) {
            wait.forWorkOf(customer);
        }
        return (roundTrips() - before) / customers.size();
    }

    private static double roundTrips() throws Exception {
        Matcher transactions = TRANSACTIONS.matcher(
                Web.get(Installation.managementAddress() + "/metrics").body());
        double ends = 0;
        while (transactions.find()) {
            ends += Double.parseDouble(transactions.group(1));
        }
        return statements("Sylion") + statements("SylionDirect") + ends;
    }

    private static long statements(String dataSource) throws Exception {
        ModelNode name = new ModelNode();
        name.get("name").set("PreparedStatementCacheAccessCount");
        return Management.operate(
                        "read-attribute",
                        name,
                        "subsystem",
                        "datasources",
                        "data-source",
                        dataSource,
                        "statistics",
                        "jdbc")
                .asLong();
    }
}
