package io.sylion.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Sandbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The main job: a message in, a grounded answer out, once, in order, with its trace. */
class ReplyIT {
    private static final String QUESTION = "Bonjour, quels sont vos délais de livraison ?";

    @AfterEach
    void heal() throws Exception {
        Sandbox.healthy();
    }

    @Test
    void aQuestionGetsAnAnswerWithItsTrace() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        String asked = customer.writes(QUESTION);

        Sandbox.Sent answer = customer.gets(1).getFirst();
        assertThat(answer.context()).as("quotes the question").isEqualTo(asked);
        assertThat(answer.channel()).isEqualTo(DemoChannel.BOUTIQUE.numberId());
        assertThat(answer.text()).isNotBlank();

        Map<String, Object> decision = customer.decision(asked);
        assertThat(decision)
                .containsEntry("outcome", "REPLIED")
                .containsEntry("triage", "AUTO_REPLY")
                .containsEntry("failure", null);
        assertThat(decision.get("model")).isNotNull();
        assertThat(decision.get("prompt_version")).isNotNull();
        assertThat((String) decision.get("cited")).contains("passageId");
        assertThat((String) decision.get("facts"))
                .as("kept without the customer's words")
                .doesNotContain("livraison");
        Await.until("the provider's word on the answer", customer::replyStates, "READ"::equals);
        assertThat(customer.conversation("escalated")).isEqualTo(false);
    }

    @Test
    void theOtherProviderDoesAsWell() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE_360);
        String asked = customer.writes(QUESTION);
        assertThat(customer.gets(1).getFirst().context()).isEqualTo(asked);
    }

    @Test
    void whatIsNotKnownIsNotInvented() throws Exception {
        Sandbox.knobs(
                "modelReply",
                "{\"answer\":\"\",\"citations\":[],\"confidence\":0,\"escalate\":false,\"language\":\"fr\"}");
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        String asked = customer.writes("Quelle est la masse de la planète Jupiter en kilogrammes ?");
        assertThat(customer.gets(1).getFirst().text()).startsWith("Je n’ai pas la réponse à cette question");
        assertThat(customer.decision(asked)).containsEntry("outcome", "ESCALATED");
        assertThat(customer.conversation("escalated")).isEqualTo(true);
    }

    @Test
    void whoAsksForAPersonIsHandedOffAndTheAiIsSilent() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        customer.writes("Je voudrais parler à un conseiller");
        assertThat(customer.gets(1).getFirst().text()).startsWith("Je transmets votre demande");
        assertThat(customer.conversation("handler")).isEqualTo("NOBODY");

        String next = customer.writes("Vous êtes là ?");
        assertThat(customer.decision(next))
                .containsEntry("outcome", "ESCALATED")
                .containsEntry("rule", "awaiting-member");
        customer.gets(1);
    }

    @Test
    void aBurstGetsOneAnswer() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        String first = customer.writes("Bonjour");
        String second = customer.writes("j’ai une question");
        String third = customer.writes("quels sont vos délais de livraison ?");

        assertThat(customer.gets(1).getFirst().context()).isEqualTo(third);
        assertThat(customer.decision(third)).containsEntry("outcome", "REPLIED");
        assertThat(customer.decision(first)).containsEntry("outcome", "SUPERSEDED");
        assertThat(customer.decision(second)).containsEntry("outcome", "SUPERSEDED");
    }

    /** A sticker asks nothing and must not swallow the question before it. */
    @Test
    void aStickerAfterTheQuestionChangesNothing() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        String asked = customer.writes(QUESTION);
        String sticker = customer.sendsSticker();
        assertThat(customer.gets(1).getFirst().context()).isEqualTo(asked);
        assertThat(customer.decision(asked)).containsEntry("outcome", "REPLIED");
        assertThat(customer.decision(sticker)).containsEntry("outcome", "IGNORED");
    }

    @Test
    void aRepeatedWebhookIsStoredAndAnsweredOnce() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        String id = Customer.newId();
        String message = customer.message(id, Instant.now(), QUESTION);
        try (ExecutorService provider = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> repeats = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> customer.posts(message).status())
                    .toList();
            for (var answer : provider.invokeAll(repeats)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        customer.gets(1);
        assertThat(customer.posts(message, message).status()).as("much later").isEqualTo(200);
        String next = customer.writes("Et pour la Belgique ?");
        customer.decision(next);
        assertThat(customer.gets(2)).extracting(Sandbox.Sent::context).containsExactly(id, next);
        assertThat(customer.bodies("CUSTOMER")).hasSize(2);
    }

    @Test
    void oneCustomersMessagesStayInOrder() throws Exception {
        List<Customer> customers = IntStream.range(0, 5)
                .mapToObj(i -> Customer.of(DemoChannel.BOUTIQUE))
                .toList();
        List<String> words = IntStream.range(0, 12).mapToObj(i -> "mot " + i).toList();
        for (int i = 0; i < words.size(); i += 2) {
            for (Customer customer : customers) {
                Instant now = Instant.now();
                customer.posts(
                        customer.message(Customer.newId(), now, words.get(i)),
                        customer.message(Customer.newId(), now, words.get(i + 1)));
            }
        }
        for (Customer customer : customers) {
            assertThat(Await.until("all words", () -> customer.bodies("CUSTOMER"), all -> all.size() == words.size()))
                    .isEqualTo(words);
            customer.gets(1);
        }
    }

    /** The provider delivered it late, after the answer to a newer one: it is answered all the same. */
    @Test
    void aLateMessageIsAnswered() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        customer.writes(QUESTION);
        customer.gets(1);
        String late = Customer.newId();
        customer.posts(customer.message(late, Instant.now().minusSeconds(120), "Puis-je payer en plusieurs fois ?"));
        assertThat(customer.gets(2).getLast().context()).isEqualTo(late);
    }
}
