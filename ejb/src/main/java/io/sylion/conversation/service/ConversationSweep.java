package io.sylion.conversation.service;

import io.sylion.conversation.api.UnknownSends;
import io.sylion.conversation.domain.Conversation;
import io.sylion.conversation.domain.ConversationRepository;
import io.sylion.conversation.domain.ConversationSweepRepository;
import io.sylion.conversation.domain.FoundWork;
import io.sylion.conversation.domain.Message;
import io.sylion.conversation.domain.MessageRepository;
import io.sylion.conversation.domain.MessageState;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Finds work that a crash left between a commit and its queue, and sends whose outcome nobody told. Runs over all tenants; each
 * row is then handled within its own. Asking twice for the same work is harmless.
 */
@Stateless
public class ConversationSweep {
    /** A send that takes longer than the provider's time limit has lost its answer. */
    private static final Duration LOST = Duration.ofSeconds(20);

    private static final Duration PATIENCE_WITH_MEDIA = Duration.ofMinutes(10);

    @Inject
    ConversationSweepRepository rows;

    @Inject
    ConversationRepository conversations;

    @Inject
    MessageRepository messages;

    @Inject
    ConversationEvents events;

    @Inject
    Clock clock;

    /** Replies that are due for so long that their consumer should have taken them up. */
    @PermitAll
    public List<FoundWork> lateReplies(Duration late) {
        return rows.repliesDueBefore(clock.instant().minus(late));
    }

    @PermitAll
    public List<FoundWork> lateSends(Duration late) {
        return rows.sendsDueBefore(clock.instant().minus(late));
    }

    @PermitAll
    public List<FoundWork> lostSends() {
        return rows.sendsUnderWayBefore(clock.instant().minus(LOST));
    }

    /** Counts of all tenants, for the operator: nothing is done about them here, a status or a person settles each. */
    @PermitAll
    public List<UnknownSends> unknownSends() {
        return rows.unknownSends(row -> new UnknownSends(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant()));
    }

    @PermitAll
    public List<FoundWork> lateMedia() {
        return rows.mediaAskedBefore(clock.instant().minus(PATIENCE_WITH_MEDIA));
    }

    /** Asks for the reply again; the row counts as fresh, so that the next sweep leaves it time. */
    @Permit(Role.OWNER)
    public void askReply(UUID conversationId) {
        withConversation(conversationId, conversation -> {
            if (conversation.isReplyOwed()) {
                conversation.oweReply(conversation.replyToId(), clock.instant());
                events.due(conversation.channelId(), conversationId, conversation.replyToId(), 0);
            } else {
                conversation.replySettled();
            }
        });
    }

    @Permit(Role.OWNER)
    public void askSend(UUID conversationId) {
        withConversation(conversationId, conversation -> {
            if (messages.hasOutgoing(conversationId)) {
                conversation.oweSend(clock.instant());
                events.queued(conversationId, 0);
            } else {
                conversation.nothingToSend();
            }
        });
    }

    /** A send without an answer: shown as unknown, settled by a status of the provider or by a person. */
    @Permit(Role.OWNER)
    public void giveUpSend(UUID messageId) {
        UUID conversationId =
                messages.find(messageId).map(Message::conversationId).orElseThrow();
        withConversation(conversationId, conversation -> {
            Message message = messages.lock(messageId).orElseThrow();
            if (message.state() == MessageState.SENDING) {
                Instant now = clock.instant();
                message.end(MessageState.UNKNOWN, "no-answer", "the provider's answer was lost", now);
                events.changed(conversationId);
                events.queued(conversationId, 0);
            }
        });
    }

    @Permit(Role.OWNER)
    public void askMedia(UUID mediaId) {
        messages.media(mediaId).ifPresent(media -> {
            media.asked(clock.instant());
            events.announced(mediaId);
        });
    }

    /** Makes the partitions of the coming months. */
    @PermitAll
    public void makePartitions() {
        rows.makePartitions(clock.instant());
    }

    private void withConversation(UUID id, Consumer<Conversation> work) {
        conversations.lock(id).ifPresent(work);
    }
}
