package io.sylion.conversation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.channel.domain.MessageType;
import io.sylion.platform.persistence.Ids;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final UUID LEA = Ids.next();

    private final Conversation conversation = new Conversation(NOON, Ids.next(), Ids.next());

    @Test
    void beginsOpenWithTheAi() {
        assertThat(conversation.status()).isEqualTo(ConversationStatus.OPEN);
        assertThat(conversation.handler()).isEqualTo(Handler.AI);
        assertThat(conversation.isWindowOpen(NOON)).as("nobody has written yet").isFalse();
        assertThat(conversation.isReplyOwed()).isFalse();
    }

    @Test
    void theWindowIsOpenForADayAfterTheCustomersLastWord() {
        conversation.receive(inbound(NOON));
        assertThat(conversation.isWindowOpen(NOON.plus(Duration.ofHours(24)).minusMillis(1)))
                .isTrue();
        assertThat(conversation.isWindowOpen(NOON.plus(Duration.ofHours(24)))).isFalse();
        conversation.receive(inbound(NOON.plus(Duration.ofHours(2))));
        assertThat(conversation.isWindowOpen(NOON.plus(Duration.ofHours(25)))).isTrue();
    }

    @Test
    void aLateMessageDoesNotMoveTheWindowBack() {
        conversation.receive(inbound(NOON));
        conversation.receive(inbound(NOON.minus(Duration.ofHours(3))));
        assertThat(conversation.isWindowOpen(NOON.plus(Duration.ofHours(23)))).isTrue();
    }

    @Test
    void whatTheAiOwedBeforeItHandedOffIsNotOwedAfterwards() {
        Message asked = received();
        conversation.oweReply(asked.id(), NOON);
        conversation.escalate("asked for a person", true);
        conversation.handBack();
        assertThat(conversation.isReplyOwed()).isFalse();
    }

    @Test
    void takingOverSilencesTheAiAndHandingBackLetsItAnswerTheNextMessage() {
        Message asked = received();
        conversation.oweReply(asked.id(), NOON);
        assertThat(conversation.isReplyOwed()).isTrue();

        conversation.takeOver(LEA, "Léa");
        assertThat(conversation.handler()).isEqualTo(Handler.MEMBER);
        assertThat(conversation.isReplyOwed()).isFalse();

        conversation.handBack();
        assertThat(conversation.handler()).isEqualTo(Handler.AI);
        assertThat(conversation.isReplyOwed())
                .as("the earlier message is the member's")
                .isFalse();
        conversation.oweReply(received().id(), NOON);
        assertThat(conversation.isReplyOwed()).isTrue();
    }

    @Test
    void anEscalationWithHandOffSilencesTheAi() {
        conversation.oweReply(received().id(), NOON);
        conversation.escalate("Le client demande une personne", true);
        assertThat(conversation.isEscalated()).isTrue();
        assertThat(conversation.handler()).isEqualTo(Handler.NOBODY);
        assertThat(conversation.isReplyOwed()).isFalse();
    }

    @Test
    void anEscalationWithoutHandOffLeavesTheAiInCharge() {
        conversation.escalate("Confiance trop faible", false);
        assertThat(conversation.isEscalated()).isTrue();
        assertThat(conversation.handler()).isEqualTo(Handler.AI);
    }

    @Test
    void anEscalationDoesNotTakeAConversationFromAMember() {
        conversation.takeOver(LEA, "Léa");
        conversation.escalate("Le client demande une personne", true);
        assertThat(conversation.handler()).isEqualTo(Handler.MEMBER);
    }

    @Test
    void aMembersAnswerAnswersTheEscalation() {
        conversation.triaged(Triage.ESCALATE, "Le client demande une personne", BigDecimal.ONE);
        assertThat(conversation.isEscalated()).isTrue();
        conversation.answered();
        assertThat(conversation.isEscalated()).isFalse();
    }

    @Test
    void aBurstIsAnsweredOnce() {
        UUID first = received().id();
        conversation.oweReply(first, NOON);
        UUID second = received().id();
        conversation.oweReply(second, NOON);
        assertThat(conversation.answersOwed(first)).isFalse();
        assertThat(conversation.answersOwed(second)).isTrue();
        assertThat(conversation.acceptsDraftFor(first)).isFalse();
        assertThat(conversation.acceptsDraftFor(second)).isTrue();
    }

    /** A question, then a sticker that asks nothing: the question is still the one to answer. */
    @Test
    void aMessageThatAsksNothingDoesNotSwallowTheReplyOwedBeforeIt() {
        UUID question = received().id();
        conversation.oweReply(question, NOON);
        received();
        assertThat(conversation.answersOwed(question)).isTrue();
        assertThat(conversation.acceptsDraftFor(question)).isTrue();
    }

    @Test
    void afterTwoDiscardedDraftsTheThirdIsSentAllTheSame() {
        UUID first = received().id();
        conversation.oweReply(first, NOON);
        conversation.oweReply(received().id(), NOON);
        conversation.draftDiscarded();
        assertThat(conversation.acceptsDraftFor(first)).isFalse();
        conversation.draftDiscarded();
        assertThat(conversation.acceptsDraftFor(first)).isTrue();
        conversation.replySettled();
        conversation.oweReply(received().id(), NOON);
        assertThat(conversation.acceptsDraftFor(first)).as("counted anew").isFalse();
    }

    @Test
    void aClosedConversationOwesNothing() {
        conversation.oweReply(received().id(), NOON);
        conversation.escalate("Confiance trop faible", false);
        conversation.close();
        assertThat(conversation.isReplyOwed()).isFalse();
        assertThat(conversation.isEscalated()).isFalse();
        conversation.reopen();
        assertThat(conversation.status()).isEqualTo(ConversationStatus.OPEN);
        assertThat(conversation.isReplyOwed()).isFalse();
    }

    private Message received() {
        Message message = inbound(NOON);
        conversation.receive(message);
        return message;
    }

    private Message inbound(Instant at) {
        return Message.inbound(
                NOON, conversation, MessageAuthor.CUSTOMER, MessageType.TEXT, "Bonjour", null, at, "wamid.in", null);
    }
}
