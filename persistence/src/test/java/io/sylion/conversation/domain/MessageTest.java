package io.sylion.conversation.domain;

import static io.sylion.channel.domain.DeliveryStatus.DELIVERED;
import static io.sylion.channel.domain.DeliveryStatus.FAILED;
import static io.sylion.channel.domain.DeliveryStatus.PLAYED;
import static io.sylion.channel.domain.DeliveryStatus.READ;
import static io.sylion.channel.domain.DeliveryStatus.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.channel.domain.DeliveryStatus;
import io.sylion.channel.domain.MessageType;
import io.sylion.platform.persistence.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Conversation CONVERSATION = new Conversation(NOON, Ids.next(), Ids.next());

    @Test
    void goesFromQueuedToSent() {
        Message message = queued();
        message.claim(NOON);
        assertThat(message.state()).isEqualTo(MessageState.SENDING);
        assertThat(message.attempts()).isEqualTo(1);
        message.accepted("wamid.1", NOON);
        assertThat(message.state()).isEqualTo(MessageState.SENT);
        assertThat(message.providerMessageId()).isEqualTo("wamid.1");
    }

    @Test
    void isClaimedByOneOnly() {
        Message message = queued();
        message.claim(NOON);
        assertThatThrownBy(() -> message.claim(NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherAttemptIsCounted() {
        Message message = queued();
        message.claim(NOON);
        message.postpone("131000", "the platform failed for a moment", NOON);
        assertThat(message.state()).isEqualTo(MessageState.QUEUED);
        message.claim(NOON);
        assertThat(message.attempts()).isEqualTo(2);
    }

    /** Whatever the order and however often they come, the statuses end in the same state. */
    @ParameterizedTest
    @MethodSource
    void statusesInAnyOrderEndTheSame(List<DeliveryStatus> told, MessageState end) {
        for (List<DeliveryStatus> order : orders(told)) {
            Message message = sent();
            order.forEach(status -> follow(message, status));
            order.forEach(status -> follow(message, status));
            assertThat(message.state()).as("told in the order " + order).isEqualTo(end);
        }
    }

    static Stream<Arguments> statusesInAnyOrderEndTheSame() {
        return Stream.of(
                Arguments.of(List.of(SENT), MessageState.SENT),
                Arguments.of(List.of(SENT, DELIVERED), MessageState.DELIVERED),
                Arguments.of(List.of(SENT, DELIVERED, READ), MessageState.READ),
                Arguments.of(List.of(SENT, DELIVERED, READ, PLAYED), MessageState.PLAYED),
                Arguments.of(List.of(READ, DELIVERED), MessageState.READ),
                Arguments.of(List.of(SENT, FAILED), MessageState.FAILED),
                Arguments.of(List.of(DELIVERED, FAILED), MessageState.DELIVERED),
                Arguments.of(List.of(SENT, DELIVERED, FAILED), MessageState.DELIVERED));
    }

    @Test
    void theProvidersFailureIsTold() {
        Message message = sent();
        message.follow(FAILED, "131049", "withheld by Meta", NOON);
        assertThat(message.failureCode()).isEqualTo("131049");
        message.follow(DELIVERED, null, null, NOON);
        assertThat(message.failureCode()).isNull();
    }

    /** A 500 that was an acceptance all the same. */
    @Test
    void aFailureOfOursIsCorrectedByTheProvidersWord() {
        Message message = queued();
        message.claim(NOON);
        message.end(MessageState.FAILED, "131000", "the platform failed", NOON);
        message.accepted("wamid.1", NOON);
        follow(message, SENT);
        assertThat(message.state()).isEqualTo(MessageState.SENT);
        assertThat(message.failureCode()).isNull();
    }

    @Test
    void theAnswerToTheSendDoesNotLowerAStatusThatOvertookIt() {
        Message message = queued();
        message.claim(NOON);
        follow(message, DELIVERED);
        message.accepted("wamid.1", NOON);
        assertThat(message.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(message.providerMessageId()).isEqualTo("wamid.1");
    }

    @Test
    void aFailureThatOvertookTheAnswerStays() {
        Message message = queued();
        message.claim(NOON);
        message.accepted("wamid.1", NOON);
        follow(message, FAILED);
        message.accepted("wamid.1", NOON);
        assertThat(message.state()).isEqualTo(MessageState.FAILED);
    }

    @ParameterizedTest
    @EnumSource(DeliveryStatus.class)
    void unknownDeliveryIsSettledByAnyStatus(DeliveryStatus status) {
        Message message = queued();
        message.claim(NOON);
        message.end(MessageState.UNKNOWN, "timeout", "no answer in time", NOON);
        follow(message, status);
        assertThat(message.state()).isEqualTo(MessageState.of(status));
    }

    @Test
    void aPersonMayRetryWhatFailed() {
        for (MessageState end : List.of(MessageState.FAILED, MessageState.UNKNOWN, MessageState.WITHHELD)) {
            Message message = queued();
            message.claim(NOON);
            message.end(end, "code", "reason", NOON);
            message.retry(NOON);
            assertThat(message.state()).isEqualTo(MessageState.QUEUED);
            assertThat(message.attempts()).isZero();
            assertThat(message.failureCode()).isNull();
        }
    }

    /** The answer to a send that was given up comes while a person's new attempt waits. */
    @Test
    void whatTheProviderTookAfterAllIsNotSentAgain() {
        Message message = queued();
        message.claim(NOON);
        message.end(MessageState.UNKNOWN, "timeout", "no answer in time", NOON);
        message.retry(NOON);
        message.accepted("wamid.1", NOON);
        assertThat(message.state()).isEqualTo(MessageState.SENT);
    }

    /** "sent" and "failed" of one attempt come in any order, even around a person's new attempt. */
    @Test
    void anotherAttemptIsNotCalledOffByLateNewsOfTheOneThatFailed() {
        Message message = sent();
        follow(message, FAILED);
        message.retry(NOON);
        follow(message, SENT);
        assertThat(message.state()).isEqualTo(MessageState.QUEUED);
        follow(message, DELIVERED);
        assertThat(message.state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void whatWasSentIsNotSentAgain() {
        Message message = sent();
        message.retry(NOON);
        assertThat(message.state()).isEqualTo(MessageState.SENT);
        message.end(MessageState.FAILED, "code", "reason", NOON);
        assertThat(message.state()).isEqualTo(MessageState.SENT);
    }

    @ParameterizedTest
    @EnumSource(DeliveryStatus.class)
    void whatDidNotLeaveHasNoStatus(DeliveryStatus status) {
        Message withheld = queued();
        withheld.end(MessageState.WITHHELD, "ai-off", "AI control is off", NOON);
        Message note = Message.note(NOON, CONVERSATION, Ids.next(), "Léa", "à rappeler", "key");
        Message inbound = Message.inbound(
                NOON, CONVERSATION, MessageAuthor.CUSTOMER, MessageType.TEXT, "Bonjour", null, NOON, "wamid.in", null);
        for (Message message : List.of(withheld, note, inbound)) {
            MessageState before = message.state();
            follow(message, status);
            assertThat(message.state()).isEqualTo(before);
        }
    }

    @Test
    void aRevokedMessageIsForgotten() {
        Message inbound = Message.inbound(
                NOON, CONVERSATION, MessageAuthor.CUSTOMER, MessageType.TEXT, "Bonjour", "{}", NOON, "wamid.in", null);
        inbound.revoke(NOON);
        assertThat(inbound.body()).isNull();
        assertThat(inbound.detail()).isNull();
    }

    private static void follow(Message message, DeliveryStatus status) {
        message.follow(status, status == FAILED ? "131026" : null, null, NOON);
    }

    private static Message queued() {
        return Message.byMember(NOON, CONVERSATION, Ids.next(), "Léa", MessageType.TEXT, "Bonjour", "key");
    }

    private static Message sent() {
        Message message = queued();
        message.claim(NOON);
        message.accepted("wamid.1", NOON);
        return message;
    }

    private static <T> List<List<T>> orders(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (T first : items) {
            List<T> others = new ArrayList<>(items);
            others.remove(first);
            for (List<T> rest : orders(others)) {
                List<T> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }
}
