package io.sylion.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stops the AI: its switch, a member, the 24-hour window. */
class ControlIT {
    private static final DemoChannel CHANNEL = DemoChannel.BOUTIQUE_360;
    private static final int WRITERS = 12;
    private static final String QUESTION = "Bonjour, quels sont vos délais de livraison ?";

    @AfterEach
    void switchOn() throws Exception {
        Database.update("delete from control_switch where tenant_id = ?", CHANNEL.tenant());
    }

    @Test
    void whileTheSwitchIsOffAMessageIsStoredAndNothingLeaves() throws Exception {
        switchOff(false);
        Customer customer = Customer.of(CHANNEL);
        String asked = customer.writes(QUESTION);
        assertThat(customer.decision(asked)).containsEntry("outcome", "IGNORED").containsEntry("rule", "ai-off");
        assertThat(customer.bodies("CUSTOMER")).containsExactly(QUESTION);
        customer.settles();
        assertThat(customer.got()).isEmpty();

        switchOn();
        String next = customer.writes("Et pour la Belgique ?");
        assertThat(customer.gets(1).getFirst().context()).isEqualTo(next);
    }

    @Test
    void theTenantsSwitchStopsAllItsChannelsAndNoOtherTenants() throws Exception {
        switchOff(true);
        Customer stopped = Customer.of(DemoChannel.BOUTIQUE);
        Customer other = Customer.of(DemoChannel.ATELIER);
        String asked = stopped.writes(QUESTION);
        other.writes("Quels sont vos horaires ?");
        assertThat(stopped.decision(asked)).containsEntry("rule", "ai-off");
        other.gets(1);
        assertThat(stopped.got()).isEmpty();
    }

    /** Triage let it pass; then the switch was thrown, before the reply was made. */
    @Test
    void offMeansOffAtOnce() throws Exception {
        Customer customer = Customer.of(CHANNEL);
        String asked = customer.writes(QUESTION);
        switchOff(false);
        assertThat(customer.decision(asked)).extracting("outcome").isIn("WITHHELD", "IGNORED");
        customer.settles();
        assertThat(customer.got()).isEmpty();
    }

    @Test
    void aMembersConversationIsLeftAloneUntilItIsHandedBack() throws Exception {
        Customer customer = Customer.of(CHANNEL);
        customer.writes(QUESTION);
        customer.gets(1);
        handler(customer, "MEMBER");
        String toMember = customer.writes("Et pour la Belgique ?");
        assertThat(customer.decision(toMember)).containsEntry("rule", "member-handles");
        customer.settles();
        assertThat(customer.got()).hasSize(1);

        handler(customer, "AI");
        String next = customer.writes("Quels sont les frais de livraison ?");
        assertThat(customer.gets(2).getLast().context()).isEqualTo(next);
    }

    @Test
    void outsideTheWindowNothingAutomaticLeavesAndItSaysWhy() throws Exception {
        Customer customer = Customer.of(CHANNEL);
        String asked = Customer.newId();
        customer.posts(customer.message(asked, Instant.now().minus(Duration.ofHours(25)), QUESTION));
        assertThat(customer.decision(asked))
                .containsEntry("outcome", "ESCALATED")
                .containsEntry("outcome_reason", "window-closed");
        customer.settles();
        assertThat(customer.got()).isEmpty();
        assertThat(customer.conversation("escalated")).isEqualTo(true);
    }

    /**
     * While customers write without pause: once the switch is off, the provider gets what was on its way to it and nothing that was
     * claimed afterwards.
     */
    @Test
    void fromOffOnNothingAutomaticLeavesUnderLoad() throws Exception {
        List<Customer> customers =
                Stream.generate(() -> Customer.of(CHANNEL)).limit(WRITERS).toList();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Integer>> loads = customers.stream()
                    .map(customer -> writers.submit(() -> keepsWriting(customer, writing)))
                    .toList();
            Await.until("answers under way", () -> sent(customers), sent -> sent >= WRITERS);
            switchOff(false);
            Await.until("what was on its way has arrived", ControlIT::onTheWay, none -> none.equals(0L));
            int atOff = sent(customers);
            long decided = ignored();
            Await.until("messages that came while it was off", ControlIT::ignored, now -> now >= decided + 3 * WRITERS);
            writing.set(false);
            for (Future<Integer> load : loads) {
                assertThat(load.get()).isPositive();
            }
            for (Customer customer : customers) {
                customer.settles();
            }
            assertThat(sent(customers)).as("sent after it was off").isEqualTo(atOff);
        } finally {
            writing.set(false);
        }
    }

    private static int keepsWriting(Customer customer, AtomicBoolean writing) throws Exception {
        int written = 0;
        while (writing.get()) {
            customer.decision(customer.writes(QUESTION));
            written++;
        }
        return written;
    }

    private static int sent(List<Customer> customers) throws Exception {
        int sent = 0;
        for (Customer customer : customers) {
            sent += customer.got().size();
        }
        return sent;
    }

    private static Object onTheWay() throws Exception {
        return Database.value(
                "select count(*) from conversation_message where channel_id = ? and state = 'SENDING'", CHANNEL.id());
    }

    private static long ignored() throws Exception {
        return (long) Database.value(
                "select count(*) from decision_record where tenant_id = ? and rule = 'ai-off'", CHANNEL.tenant());
    }

    private static void handler(Customer customer, String handler) throws Exception {
        Database.update(
                "update conversation_conversation set handler = ? where id = ?", handler, customer.conversation());
    }

    private static void switchOff(boolean wholeTenant) throws Exception {
        Database.update("""
                insert into control_switch (id, tenant_id, created_at, channel_id, active, changed_at, changed_by)
                values (gen_random_uuid(), ?, now(), ?, false, now(), 'Test')""", CHANNEL.tenant(), wholeTenant ? null : CHANNEL.id());
    }
}
