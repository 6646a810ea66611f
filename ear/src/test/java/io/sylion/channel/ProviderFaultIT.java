package io.sylion.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider that refuses, stumbles, is silent or tells late: nothing is lost, nothing is sent twice, nothing is hidden. */
class ProviderFaultIT {
    private static final String QUESTION = "Bonjour, quels sont vos délais de livraison ?";

    private final Customer customer = Customer.of(DemoChannel.BOUTIQUE);

    @BeforeEach
    @AfterEach
    void heal() throws Exception {
        Sandbox.healthy();
    }

    @Test
    void aLimitIsWaitedFor() throws Exception {
        Sandbox.knobs("sendError429", 2, "retryAfterSeconds", 1);
        customer.writes(QUESTION);
        customer.gets(1);
        Await.until("read", customer::replyStates, "READ"::equals);
    }

    @Test
    void aPassingFaultIsTriedAgain() throws Exception {
        Sandbox.knobs("sendError500", 2);
        customer.writes(QUESTION);
        customer.gets(1);
        Await.until("read", customer::replyStates, "READ"::equals);
    }

    @Test
    void aRefusalIsFinalAndSaysWhy() throws Exception {
        Sandbox.knobs("sendErrorCode", 131026, "sendErrorTimes", 1);
        customer.writes(QUESTION);
        Await.until("failed", customer::replyStates, "FAILED"::equals);
        assertThat(customer.thread().getLast()).containsEntry("failure_code", "131026");
        assertThat(customer.got()).isEmpty();
        customer.writes("Et pour la Belgique ?");
        customer.gets(1);
    }

    @Test
    void aFailureToldLaterIsShown() throws Exception {
        Sandbox.knobs("failCode", 131049, "failTimes", 1);
        customer.writes(QUESTION);
        Await.until("failed", customer::replyStates, "FAILED"::equals);
        assertThat(customer.thread().getLast()).containsEntry("failure_code", "131049");
    }

    /** Accepted, and the connection broke before the answer: the provider's word settles it, nobody sends it again. */
    @Test
    void aLostAnswerIsSettledByAStatus() throws Exception {
        Sandbox.knobs("sendCut", 1);
        customer.writes(QUESTION);
        Await.until("read", customer::replyStates, "READ"::equals);
        customer.gets(1);
        assertThat(customer.thread().getLast().get("provider_message_id"))
                .isEqualTo(customer.got().getFirst().id());
    }

    @Test
    void withoutAWordTheDeliveryIsUnknownUntilOneComes() throws Exception {
        Sandbox.knobs("sendCut", 1, "statuses", "none");
        customer.writes(QUESTION);
        Await.until("unknown", customer::replyStates, "UNKNOWN"::equals);
        String next = customer.writes("Et pour la Belgique ?");
        Sandbox.Sent second = customer.gets(2).getLast();
        assertThat(second.context()).as("what comes after it is sent").isEqualTo(next);

        Sandbox.Sent doubtful = customer.got().getFirst();
        assertThat(customer.status(doubtful, "delivered", 0).status()).isEqualTo(200);
        Await.until("settled", customer::replyStates, "DELIVERED,SENT"::equals);
    }

    @Test
    void statusesInDisorderEndTheSame() throws Exception {
        Sandbox.knobs("statuses", "disordered", "disorderMillis", 500);
        customer.writes(QUESTION);
        Await.until("read", customer::replyStates, "READ"::equals);
    }

    @Test
    void aStatusMayOvertakeTheAnswerToTheSend() throws Exception {
        Sandbox.knobs("statusBeforeResponse", true);
        customer.writes(QUESTION);
        Await.until("read", customer::replyStates, "READ"::equals);
        customer.gets(1);
    }

    @Test
    void aFailureStaysWhenSentIsToldAfterIt() throws Exception {
        Sandbox.knobs("statuses", "none");
        customer.writes(QUESTION);
        Sandbox.Sent sent = customer.gets(1).getFirst();
        customer.status(sent, "failed", 131026);
        Await.until("failed", customer::replyStates, "FAILED"::equals);
        customer.status(sent, "sent", 0);
        customer.writes("Et pour la Belgique ?");
        customer.gets(2);
        assertThat(customer.replyStates()).startsWith("FAILED");
    }
}
