package io.sylion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Sandbox;
import io.sylion.platform.test.Web;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant that has chosen Vertex AI Search is answered from there, and another from its own documents as before. */
class ManagedRetrievalIT {
    private static final DemoChannel CHANNEL = DemoChannel.BOUTIQUE;
    private static final String QUESTION = "Bonjour, quels sont vos délais de livraison ?";
    private static final String THERE = "Chaque livraison part de l’atelier le lundi et le jeudi";
    private static final int ALWAYS = -1;

    /** The application looks every few seconds. */
    @BeforeAll
    static void chooseTheStore() throws Exception {
        Assumptions.assumeTrue(
                System.getenv("SYLION_AI_SEARCH_BASE_URL") != null, "the server does not ask the sandbox's search");
        ManagedStores.choose(CHANNEL, "aide");
        storeAnswers();
    }

    @AfterAll
    static void goBack() throws Exception {
        ManagedStores.forget(CHANNEL);
        Await.until("an answer from the own index", () -> answer(CHANNEL), text -> !text.startsWith(THERE));
    }

    /** Whoever comes next finds no open circuit. */
    @AfterEach
    void heal() throws Exception {
        Sandbox.healthy();
        storeAnswers();
    }

    private static void storeAnswers() throws Exception {
        Await.until("an answer from the store", () -> answer(CHANNEL), text -> text.startsWith(THERE));
    }

    private static String answer(DemoChannel channel) throws Exception {
        Customer customer = Customer.of(channel);
        customer.writes(QUESTION);
        return customer.gets(1).getFirst().text();
    }

    @Test
    void theAnswerCitesWhatTheStoreSaid() throws Exception {
        Customer customer = Customer.of(CHANNEL);
        String asked = customer.writes(QUESTION);
        assertThat(customer.gets(1).getFirst().text()).startsWith(THERE);
        Map<String, Object> decision = customer.decision(asked);
        assertThat(decision).containsEntry("outcome", "REPLIED").containsEntry("failure", null);
        JsonNode passage = Web.JSON.readTree((String) decision.get("cited")).path(0);
        assertThat(passage.path("title").asText()).isEqualTo("Livraison depuis l’atelier");
        assertThat(passage.path("text").asText()).startsWith(THERE);
        assertThat(passage.path("cited").asBoolean()).isTrue();
        UUID id = UUID.fromString(passage.path("passageId").asText());

        Customer next = Customer.of(CHANNEL);
        Map<String, Object> again = next.decision(next.writes(QUESTION));
        assertThat((String) again.get("cited"))
                .as("the same words have the same id")
                .contains(id.toString());
    }

    @Test
    void anotherTenantAnswersFromItsOwnDocuments() throws Exception {
        Customer customer = Customer.of(DemoChannel.ATELIER);
        String asked = customer.writes("Bonjour, quels sont vos horaires ?");
        Map<String, Object> decision = customer.decision(asked);
        assertThat((String) decision.get("cited"))
                .doesNotContain("Livraison depuis l’atelier")
                .doesNotContain("Opening hours");
        assertThat(decision).containsEntry("outcome", "REPLIED");
    }

    @Test
    void oneTenantsTroubleWithItsStoreIsNotAnothers() throws Exception {
        Sandbox.knobs("search500", ALWAYS);
        for (int i = 0; i < 4; i++) {
            answer(CHANNEL);
        }
        Customer customer = Customer.of(DemoChannel.ATELIER);
        String asked = customer.writes("Bonjour, quels sont vos horaires ?");
        assertThat(customer.decision(asked)).containsEntry("outcome", "REPLIED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"search429", "search500", "searchMalformed", "searchTimeout", "searchCut"})
    void aStoreThatIsAwayIsReplacedByAPerson(String fault) throws Exception {
        Sandbox.knobs(fault, ALWAYS);
        Customer customer = Customer.of(CHANNEL);
        Map<String, Object> decision = customer.decision(customer.writes(QUESTION));
        assertThat(decision).containsEntry("outcome", "ESCALATED").containsEntry("outcome_reason", "model-failed");
        assertThat((String) decision.get("failure")).startsWith("retrieval: ").contains("Vertex AI Search");
        assertThat(customer.gets(1).getFirst().text()).startsWith("Je transmets votre demande");
        assertThat(customer.conversation("escalated")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"search429", "search500"})
    void aPassingFaultDelaysTheAnswerOnly(String fault) throws Exception {
        Sandbox.knobs(fault, 1);
        assertThat(answer(CHANNEL)).startsWith(THERE);
    }

    @Test
    void resultsThatAreOddAreSteppedOver() throws Exception {
        Sandbox.knobs("searchOdd", 1);
        assertThat(answer(CHANNEL)).startsWith(THERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"searchEmpty", "searchBare"})
    void withoutWordsOfTheStoreNothingIsInvented(String fault) throws Exception {
        Sandbox.knobs(fault, 1);
        Customer customer = Customer.of(CHANNEL);
        Map<String, Object> decision = customer.decision(customer.writes(QUESTION));
        assertThat(decision)
                .containsEntry("outcome", "ESCALATED")
                .containsEntry("outcome_reason", "no-knowledge")
                .containsEntry("model", null);
        assertThat(customer.gets(1).getFirst().text()).startsWith("Je n’ai pas la réponse");
    }
}
