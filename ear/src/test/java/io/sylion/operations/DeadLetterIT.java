package io.sylion.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.Management;
import io.sylion.platform.test.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a consumer could not digest: the operator finds it, puts it back or deletes it; nobody else sees it. */
class DeadLetterIT {
    private static final String QUEUE = "conversation.receive-message";
    private static final String PAGE = "/operations/dead-letters.xhtml?queue=" + QUEUE;
    private static final Pattern DEPTH = Pattern.compile(
            "data-queue=\"" + Pattern.quote(QUEUE) + "\".*?<td class=\"num tnum\">([^<]*)</td>", Pattern.DOTALL);
    private static final Pattern LETTER = Pattern.compile("<li data-message=\"([^\"]+)\"");

    private Visitor operator;

    @BeforeEach
    void signIn() throws Exception {
        operator = Visitor.signedIn(DemoPerson.OPERATOR);
    }

    @AfterEach
    void letGo() throws Exception {
        queue(QUEUE, "resume");
        queue("dlq." + QUEUE, "remove-messages");
    }

    @Test
    void isFoundWithItsIdsAndPutBack() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        String message = dies(customer, "Bonjour, quels sont vos délais de livraison ?");

        HttpResponse<String> page = operator.get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Boutique Lumière")
                .contains("channelId")
                .contains(message);
        assertThat(page.body()).doesNotContain("quels sont vos délais");
        assertThat(customer.thread()).isEmpty();

        act(page.body(), "replay");
        Await.until("stored", customer::thread, thread -> !thread.isEmpty());
        customer.gets(1);
        assertThat(operator.get(PAGE).body()).doesNotContain(message);
        assertThat(Database.value(
                        "select count(*) from governance_audit_entry where action = 'replay-dead-letter' and tenant_id is null and after ->> 'message' = ?",
                        message))
                .isEqualTo(1L);
    }

    @Test
    void isDeletedForGood() throws Exception {
        // nobody tries it, so it counts as waiting: not for the tenant whose rush is tested
        Customer customer = Customer.of(DemoChannel.ATELIER);
        String message = dies(customer, "Ceci ne sera jamais lu.");
        act(operator.get(PAGE).body(), "delete");
        assertThat(operator.get(PAGE).body()).doesNotContain(message);
        assertThat(customer.thread()).isEmpty();
        assertThat(Database.value(
                        "select count(*) from governance_audit_entry where action = 'delete-dead-letter' and after ->> 'message' = ?",
                        message))
                .isEqualTo(1L);
    }

    @Test
    void allOfAQueueArePutBackTogether() throws Exception {
        Customer first = Customer.of(DemoChannel.BOUTIQUE);
        Customer second = Customer.of(DemoChannel.ATELIER);
        dies(first, "Quels sont vos délais de livraison ?");
        dies(second, "Quels sont vos horaires ?");
        operator.submit(PAGE, "all", Map.of("all:replay", "x"));
        first.gets(1);
        second.gets(1);
    }

    @Test
    void whatWaitsInAQueueIsCounted() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        queue(QUEUE, "pause");
        customer.writes("Bonjour, quels sont vos délais de livraison ?");
        customer.writes("Et pour la Belgique ?");
        Await.until("both counted", this::depth, depth -> depth.equals("2"));
        queue(QUEUE, "resume");
        Await.until("nothing waits", this::depth, depth -> depth.equals("0"));
    }

    /** What the page says of the queue. */
    private String depth() throws Exception {
        Matcher row = DEPTH.matcher(operator.get(PAGE).body());
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    @Test
    void isTheOperatorsAlone() throws Exception {
        assertThat(Visitor.signedIn(DemoPerson.LEA).get(PAGE).statusCode()).isEqualTo(403);
        assertThat(Visitor.nobody().get(PAGE, "Accept", "text/html").statusCode())
                .isEqualTo(302);
    }

    /** Lets a customer's message die as if it had failed six times; returns the broker's id of it. */
    private static String dies(Customer customer, String text) throws Exception {
        queue(QUEUE, "pause");
        customer.writes(text);
        String message = Await.until("message in the queue", () -> waiting(customer), Optional::isPresent)
                .orElseThrow();
        ModelNode kill = new ModelNode();
        kill.get("message-id").set(message);
        Management.operate(
                "send-message-to-dead-letter-address",
                kill,
                "subsystem",
                "messaging-activemq",
                "server",
                "default",
                "jms-queue",
                QUEUE);
        queue(QUEUE, "resume");
        return message;
    }

    /** Statuses of other customers' messages come at any time, too. */
    private static Optional<String> waiting(Customer customer) throws Exception {
        ModelNode list = queue(QUEUE, "list-messages");
        return list.isDefined()
                ? list.asList().stream()
                        .filter(each -> each.toString().contains(":" + customer.phone()))
                        .map(each -> each.get("JMSMessageID").asString())
                        .findFirst()
                : Optional.empty();
    }

    private static ModelNode queue(String name, String operation) throws Exception {
        return Management.operate(operation, "subsystem", "messaging-activemq", "server", "default", "jms-queue", name);
    }

    /** Presses the button of the first dead letter on the page. */
    private void act(String page, String button) throws Exception {
        Matcher letter = LETTER.matcher(page);
        assertThat(letter.find()).isTrue();
        Map<String, String> pressed = new HashMap<>();
        pressed.put("letters:list:0:" + button, "x");
        HttpResponse<String> answer = operator.submit(PAGE, page, "letters", pressed);
        assertThat(answer.statusCode()).isEqualTo(302);
    }
}
