package io.sylion.conversation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.channel.domain.MessageType;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Walks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever does what to a conversation, in whatever order: one handles it, and the AI owes a reply only to what came on its watch. */
class ConversationWalkTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final UUID LEA = Ids.next();

    private enum Move {
        WRITES,
        WRITES_LATE,
        AI_OWES,
        AI_ANSWERS,
        AI_DISCARDS,
        AI_HANDS_OFF,
        AI_ASKS,
        MEMBER_TAKES,
        MEMBER_ANSWERS,
        MEMBER_HANDS_BACK,
        MEMBER_CLOSES,
        MEMBER_REOPENS
    }

    @Test
    void everyShortWalkStaysConsistent() {
        Walks.all(List.of(Move.values()), 5, Talk::new);
    }

    @Test
    void longWalksStayConsistent() {
        Walks.longOnes(List.of(Move.values()), Talk::new);
    }

    /** A conversation as its services treat it. */
    private static final class Talk implements Walks.Life<Move> {
        private final Conversation conversation = new Conversation(NOON, Ids.next(), Ids.next());
        private Instant now = NOON;
        private Instant lastWord;
        private boolean debt;

        @Override
        public void make(Move move) {
            now = now.plusSeconds(60);
            boolean open = conversation.status() == ConversationStatus.OPEN;
            if (open || move == Move.MEMBER_REOPENS) {
                act(move);
            }
            check();
        }

        private void act(Move move) {
            switch (move) {
                case WRITES -> receive(now);
                case WRITES_LATE -> receive(now.minus(Duration.ofHours(3)));
                case AI_OWES -> {
                    if (conversation.lastInboundId() != null && conversation.handler() == Handler.AI) {
                        conversation.oweReply(conversation.lastInboundId(), now);
                        debt = true;
                    }
                }
                case AI_ANSWERS -> {
                    conversation.replySettled();
                    debt = false;
                }
                case AI_DISCARDS -> conversation.draftDiscarded();
                case AI_HANDS_OFF -> conversation.escalate("why", true);
                case AI_ASKS -> conversation.escalate("why", false);
                case MEMBER_TAKES -> {
                    conversation.takeOver(LEA, "Léa");
                    debt = false;
                }
                case MEMBER_ANSWERS -> conversation.answered();
                case MEMBER_HANDS_BACK -> {
                    debt = debt && conversation.handler() == Handler.AI;
                    conversation.handBack();
                }
                case MEMBER_CLOSES -> {
                    conversation.close();
                    debt = false;
                }
                case MEMBER_REOPENS -> conversation.reopen();
            }
        }

        private void receive(Instant at) {
            conversation.receive(Message.inbound(
                    now, conversation, MessageAuthor.CUSTOMER, MessageType.TEXT, "?", null, at, "wamid", null));
            lastWord = lastWord == null || at.isAfter(lastWord) ? at : lastWord;
        }

        private void check() {
            boolean closed = conversation.status() == ConversationStatus.CLOSED;
            assertThat(conversation.isReplyOwed()).isEqualTo(debt && !closed && conversation.handler() == Handler.AI);
            if (conversation.isReplyOwed()) {
                assertThat(conversation.answersOwed(conversation.replyToId())).isTrue();
                assertThat(conversation.acceptsDraftFor(conversation.replyToId()))
                        .isTrue();
            }
            assertThat(closed && conversation.isEscalated()).isFalse();
            if (lastWord == null) {
                assertThat(conversation.isWindowOpen(now)).isFalse();
            } else {
                Instant end = lastWord.plus(Conversation.WINDOW);
                assertThat(conversation.isWindowOpen(end.minusMillis(1))).isTrue();
                assertThat(conversation.isWindowOpen(end)).isFalse();
            }
        }
    }
}
