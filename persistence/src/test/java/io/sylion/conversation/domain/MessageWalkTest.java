package io.sylion.conversation.domain;

import static io.sylion.conversation.domain.MessageState.DELIVERED;
import static io.sylion.conversation.domain.MessageState.FAILED;
import static io.sylion.conversation.domain.MessageState.PLAYED;
import static io.sylion.conversation.domain.MessageState.QUEUED;
import static io.sylion.conversation.domain.MessageState.READ;
import static io.sylion.conversation.domain.MessageState.SENDING;
import static io.sylion.conversation.domain.MessageState.SENT;
import static io.sylion.conversation.domain.MessageState.UNKNOWN;
import static io.sylion.conversation.domain.MessageState.WITHHELD;
import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.channel.domain.DeliveryStatus;
import io.sylion.channel.domain.MessageType;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Walks;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever happens to an outgoing message, in whatever order, it ends where the news of it says. */
class MessageWalkTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Conversation CONVERSATION = new Conversation(NOON, Ids.next(), Ids.next());
    private static final Set<MessageState> ARRIVED = EnumSet.of(DELIVERED, READ, PLAYED);

    private enum Move {
        CLAIM,
        ANSWERED,
        POSTPONED,
        REFUSED,
        TIMED_OUT,
        WITHHOLD,
        RETRY,
        TOLD_SENT,
        TOLD_DELIVERED,
        TOLD_READ,
        TOLD_PLAYED,
        TOLD_FAILED
    }

    @Test
    void everyShortWalkEndsConsistent() {
        Walks.all(List.of(Move.values()), 5, Sending::new);
    }

    @Test
    void longWalksEndConsistent() {
        Walks.longOnes(List.of(Move.values()), Sending::new);
    }

    /** From each state of a message that may have left: only what was told matters, not when, nor the answer to the send. */
    @Test
    void theOrderOfTheNewsDoesNotMatter() {
        List<Move> news = List.of(
                Move.TOLD_SENT, Move.TOLD_DELIVERED, Move.TOLD_READ, Move.TOLD_PLAYED, Move.TOLD_FAILED, Move.ANSWERED);
        for (Move before : List.of(Move.ANSWERED, Move.TIMED_OUT, Move.REFUSED, Move.POSTPONED, Move.CLAIM)) {
            Walks.all(news, 5, () -> {
                Sending sending = new Sending();
                sending.make(Move.CLAIM);
                sending.make(before);
                return move -> {
                    sending.make(move);
                    sending.checkTold();
                };
            });
        }
    }

    /** A message as its services treat it. */
    private static final class Sending implements Walks.Life<Move> {
        private final Message message =
                Message.byMember(NOON, CONVERSATION, Ids.next(), "Léa", MessageType.TEXT, "Bonjour", "key");
        private final Set<DeliveryStatus> told = EnumSet.noneOf(DeliveryStatus.class);
        private boolean asked;

        @Override
        public void make(Move move) {
            MessageState before = message.state();
            switch (move) {
                case CLAIM -> {
                    if (before == QUEUED) {
                        message.claim(NOON);
                        asked = true;
                    }
                }
                case ANSWERED -> {
                    if (asked) {
                        message.accepted("wamid.1", NOON);
                    }
                }
                case POSTPONED -> {
                    if (before == SENDING) {
                        message.postpone("131000", "again", NOON);
                    }
                }
                case REFUSED -> endUnderWay(FAILED);
                case TIMED_OUT -> endUnderWay(UNKNOWN);
                case WITHHOLD -> {
                    if (before == QUEUED) {
                        message.end(WITHHELD, "ai-off", "off", NOON);
                    }
                }
                case RETRY -> message.retry(NOON);
                case TOLD_SENT -> tell(DeliveryStatus.SENT);
                case TOLD_DELIVERED -> tell(DeliveryStatus.DELIVERED);
                case TOLD_READ -> tell(DeliveryStatus.READ);
                case TOLD_PLAYED -> tell(DeliveryStatus.PLAYED);
                case TOLD_FAILED -> tell(DeliveryStatus.FAILED);
            }
            check(before, move);
        }

        private void endUnderWay(MessageState end) {
            if (message.state() == SENDING) {
                message.end(end, "code", "reason", NOON);
            }
        }

        /** A provider tells only of what it was asked to send. */
        private void tell(DeliveryStatus status) {
            if (asked) {
                if (message.providerMessageId() == null) {
                    message.accepted("wamid.1", NOON);
                }
                message.follow(status, status == DeliveryStatus.FAILED ? "131026" : null, null, NOON);
                told.add(status);
            }
        }

        private void check(MessageState before, Move move) {
            MessageState after = message.state();
            if (move == Move.ANSWERED && asked) {
                assertThat(after).as("what the provider took is not sent again").isNotIn(UNKNOWN, SENDING);
            }
            if (ARRIVED.contains(before)) {
                assertThat(after).isIn(ARRIVED).isGreaterThanOrEqualTo(before);
            }
            if (before == SENT) {
                assertThat(after).isNotIn(QUEUED, SENDING, UNKNOWN, WITHHELD);
            }
            if (before == WITHHELD && move != Move.RETRY) {
                assertThat(after == WITHHELD || message.providerMessageId() != null)
                        .isTrue();
            }
            if (after == SENT || ARRIVED.contains(after)) {
                assertThat(message.failureCode()).isNull();
                assertThat(message.providerMessageId()).isNotNull();
            }
            if (EnumSet.of(FAILED, UNKNOWN, WITHHELD).contains(after)) {
                assertThat(message.failureCode()).isNotNull();
            }
            if (after == SENDING) {
                assertThat(message.attempts()).isPositive();
            }
        }

        private void checkTold() {
            if (told.isEmpty()) {
                return;
            }
            DeliveryStatus best = told.stream()
                    .filter(status -> status != DeliveryStatus.FAILED)
                    .max(DeliveryStatus::compareTo)
                    .orElse(DeliveryStatus.FAILED);
            boolean failed = told.contains(DeliveryStatus.FAILED) && best == DeliveryStatus.SENT;
            assertThat(message.state()).isEqualTo(MessageState.of(failed ? DeliveryStatus.FAILED : best));
        }
    }
}
