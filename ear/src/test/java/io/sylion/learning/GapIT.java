package io.sylion.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Sandbox;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not answered is kept, with what asks the same; what is answered is not. */
class GapIT {
    private static final DemoChannel CHANNEL = DemoChannel.BOUTIQUE;
    private static final String UNKNOWN = "Je n’ai pas la réponse";

    @BeforeEach
    void ask() throws Exception {
        Gaps.nothingIsAnswered();
    }

    @AfterEach
    void heal() throws Exception {
        Sandbox.healthy();
    }

    @Test
    void aQuestionWithoutAnswerIsKeptWithItsCircumstances() throws Exception {
        String question = "Vendez-vous des " + Gaps.newThing() + " ?";
        Customer customer = Customer.of(CHANNEL);
        String asked = customer.writes(question);
        assertThat(customer.gets(1).getFirst().text()).startsWith(UNKNOWN);

        Map<String, Object> kept = Gaps.of(customer.conversation(), 1).getFirst();
        assertThat(kept)
                .containsEntry("question", question)
                .containsEntry("language", "fr")
                .containsEntry("reason", "no-knowledge")
                .containsEntry("channel_id", CHANNEL.id())
                .containsEntry("tenant_id", CHANNEL.tenant())
                .containsEntry("message_id", customer.decision(asked).get("message_id"))
                .containsEntry("assistant_id", customer.decision(asked).get("assistant_id"))
                .containsEntry("bases", 1)
                .containsEntry("state", "OPEN")
                .containsEntry("asked", 1);
    }

    @Test
    void thoseThatAskTheSameMeetInOneGap() throws Exception {
        String thing = Gaps.newThing();
        Customer first = Customer.of(CHANNEL);
        first.writes("Vendez-vous des " + thing + " ?");
        first.gets(1);
        Object gap = Gaps.of(first.conversation(), 1).getFirst().get("gap_id");
        Customer second = Customer.of(CHANNEL);
        second.writes("Bonjour, vous vendez des " + thing + " svp ?");
        second.gets(1);
        assertThat(Gaps.of(second.conversation(), 1).getFirst())
                .containsEntry("gap_id", gap)
                .containsEntry("asked", 2);
    }

    @Test
    void aBurstIsOneQuestion() throws Exception {
        String thing = Gaps.newThing();
        Customer customer = Customer.of(CHANNEL);
        customer.writes("Bonsoir");
        customer.writes("Vendez-vous des " + thing + " ?");
        customer.gets(1);
        assertThat(Gaps.of(customer.conversation(), 1))
                .extracting("question")
                .containsExactly("Bonsoir\nVendez-vous des " + thing + " ?");
    }

    @Test
    void whatIsAnsweredIsNotKept() throws Exception {
        Sandbox.healthy();
        Customer customer = Customer.of(CHANNEL);
        customer.writes("Bonjour, quels sont vos délais de livraison ?");
        customer.gets(1);
        Gaps.nothingIsAnswered();
        Customer next = Customer.of(CHANNEL);
        next.writes("Vendez-vous des " + Gaps.newThing() + " ?");
        next.gets(1);
        Gaps.of(next.conversation(), 1);
        assertThat(Gaps.now(customer.conversation())).isEmpty();
    }

    /** Whatever keeps a question from being kept: the customer is answered. */
    @Test
    void aGapThatCannotBeKeptCostsNoReply() throws Exception {
        Database.update("alter table learning_question add constraint test_closed check (false) not valid");
        Customer customer = Customer.of(CHANNEL);
        try {
            String asked = customer.writes("Vendez-vous des " + Gaps.newThing() + " ?");
            assertThat(customer.gets(1).getFirst().text()).startsWith(UNKNOWN);
            assertThat(customer.decision(asked)).containsEntry("outcome", "ESCALATED");
        } finally {
            Database.update("alter table learning_question drop constraint test_closed");
        }
        assertThat(Gaps.of(customer.conversation(), 1))
                .as("kept at the next try")
                .hasSize(1);
    }
}
