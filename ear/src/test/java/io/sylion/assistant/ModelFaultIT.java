package io.sylion.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Sandbox;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a model does, the customer gets an answer or a person is asked: never silence without a trace. */
class ModelFaultIT {
    private static final String QUESTION = "Bonjour, quels sont vos délais de livraison ?";
    private static final int ALWAYS = -1;

    private final Customer customer = Customer.of(DemoChannel.BOUTIQUE);

    @BeforeAll
    static void needsAModelThatCanFail() {
        Assumptions.assumeTrue(
                "vertex".equals(System.getenv("SYLION_AI_PROVIDER")), "the server does not ask the sandbox's models");
    }

    /** Whoever comes next finds no open circuit. */
    @AfterEach
    void heal() throws Exception {
        Sandbox.healthy();
        Await.until(
                "the model answers again",
                () -> {
                    Customer next = Customer.of(DemoChannel.BOUTIQUE);
                    return next.decision(next.writes(QUESTION)).get("outcome");
                },
                "REPLIED"::equals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modelTimeout",
                "model429",
                "model500",
                "model503",
                "modelMalformed",
                "modelBlocked",
                "modelSafety",
                "modelMaxTokens",
                "modelCut",
                "modelFunctionCall"
            })
    void aModelThatFailsIsReplacedByAPerson(String fault) throws Exception {
        Sandbox.knobs(fault, ALWAYS);
        String asked = customer.writes(QUESTION);
        Map<String, Object> decision = customer.decision(asked);
        assertThat(decision).containsEntry("outcome", "ESCALATED");
        assertThat((String) decision.get("failure")).isNotBlank();
        assertThat(customer.gets(1).getFirst().text()).startsWith("Je transmets votre demande");
        assertThat(customer.conversation("escalated")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model429", "model503"})
    void aPassingFaultDelaysTheAnswerOnly(String fault) throws Exception {
        Sandbox.knobs(fault, 1);
        String asked = customer.writes(QUESTION);
        assertThat(customer.decision(asked)).containsEntry("outcome", "REPLIED");
        customer.gets(1);
    }

    @Test
    void aModelThatIsNotSureDoesNotAnswer() throws Exception {
        Sandbox.knobs("modelConfidence", 0.1);
        String asked = customer.writes(QUESTION);
        Map<String, Object> decision = customer.decision(asked);
        assertThat(decision).containsEntry("outcome", "ESCALATED").containsEntry("failure", null);
        assertThat(decision.get("output")).as("the draft, for the member").isNotNull();
        assertThat(customer.gets(1).getFirst().text()).startsWith("Je n’ai pas la réponse");
    }

    @Test
    void aModelMayAskForAPerson() throws Exception {
        Sandbox.knobs("modelEscalate", true);
        String asked = customer.writes(QUESTION);
        assertThat(customer.decision(asked)).containsEntry("outcome", "ESCALATED");
        assertThat(customer.gets(1).getFirst().text()).startsWith("Je transmets votre demande");
        assertThat(customer.conversation("handler")).isEqualTo("NOBODY");
    }

    /** What the model says it cites but was never given does not count. */
    @Test
    void anAnswerWithoutAPassageOfOursIsNotSent() throws Exception {
        Sandbox.knobs(
                "modelReply",
                "{\"answer\":\"Tout est gratuit.\",\"citations\":[\"00000000-0000-7000-8000-000000000000\"],"
                        + "\"confidence\":1,\"escalate\":false,\"language\":\"fr\"}");
        String asked = customer.writes(QUESTION);
        assertThat(customer.decision(asked)).containsEntry("outcome", "ESCALATED");
        assertThat(customer.gets(1).getFirst().text()).doesNotContain("gratuit");
    }

    @Test
    void aSlowModelIsOvertakenByTheCustomersNextMessage() throws Exception {
        Sandbox.knobs("modelDelayMillis", 1500);
        customer.writes(QUESTION);
        String next = customer.writes("Et pour la Belgique ?");
        assertThat(customer.decision(next)).extracting("outcome").isIn("REPLIED", "ESCALATED");
        assertThat(customer.gets(1).getFirst().context()).isEqualTo(next);
    }
}
