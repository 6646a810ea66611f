package io.sylion.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At the limit the AI stops, exactly; the messages are there and a person is asked. */
class QuotaIT {
    private static final DemoChannel CHANNEL = DemoChannel.ATELIER;
    private static final int CUSTOMERS = 200;
    private static final int LIMIT = 100;

    @AfterEach
    void liftTheLimit() throws Exception {
        Database.update("update usage_quota set limit_units = 50000 where tenant_id = ?", CHANNEL.tenant());
    }

    @Test
    void twoHundredQuestionsAtOnceGetAHundredReplies() throws Exception {
        Customer first = Customer.of(CHANNEL);
        first.writes("Quels sont vos horaires ?");
        first.gets(1);
        Database.update(
                "update usage_quota set limit_units = taken + ? where tenant_id = ? and metric = 'AI_REPLIES'",
                LIMIT,
                CHANNEL.tenant());

        List<Customer> customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> Customer.of(CHANNEL))
                .toList();
        try (ExecutorService crowd = Executors.newFixedThreadPool(20)) {
            for (Future<String> asked : customers.stream()
                    .map(customer -> crowd.submit(() -> customer.writes("Quels sont vos horaires ?")))
                    .toList()) {
                asked.get();
            }
        }
        String phones = customers.stream().map(Customer::phone).collect(Collectors.joining("','", "'", "'"));
        String ofTheCrowd = "conversation_id in (select c.id from conversation_conversation c join contact_identity i"
                + " on i.contact_id = c.contact_id where i.value in (" + phones + "))";
        Await.until(
                "all " + CUSTOMERS + " decided",
                Duration.ofMinutes(2),
                () -> Database.value(
                        "select count(*) from decision_record where outcome <> 'PENDING' and " + ofTheCrowd),
                decided -> decided.equals((long) CUSTOMERS));
        Await.until(
                "all replies accepted",
                Duration.ofMinutes(1),
                () -> Database.value(
                        "select count(*) from conversation_message where author = 'AI' and state in ('QUEUED', 'SENDING') and "
                                + ofTheCrowd),
                waiting -> waiting.equals(0L));

        long sent = 0;
        for (Customer customer : customers) {
            sent += customer.got().size();
        }
        assertThat(sent).as("replies that left").isEqualTo(LIMIT);
        Map<String, Long> reasons =
                Database.rows("select coalesce(outcome_reason, '') as reason from decision_record where " + ofTheCrowd)
                        .stream()
                        .map(row -> (String) row.get("reason"))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(reasons).containsEntry("quota-reached", (long) CUSTOMERS - LIMIT);
        assertThat(Database.value(
                        "select taken - limit_units from usage_quota where metric = 'AI_REPLIES' and tenant_id = ?",
                        CHANNEL.tenant()))
                .as("all that was left is used")
                .isEqualTo(0L);
    }
}
