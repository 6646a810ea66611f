package io.sylion.conversation.service;

import io.sylion.conversation.api.UnknownSends;
import io.sylion.conversation.domain.Conversation;
import io.sylion.conversation.domain.ConversationRepository;
import io.sylion.conversation.domain.Message;
import io.sylion.conversation.domain.MessageRepository;
import io.sylion.conversation.domain.MessageState;
import io.sylion.governance.api.Permit;
import io.sylion.platform.persistence.OperatorDatabase;
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
    /** A send that takes longer than the provider's time limit has lost its answer. Files are moved up before, which may take long. */
    private static final Duration LOST = Duration.ofSeconds(20);

    private static final String LOST_FILE = "interval '70 seconds'";

    private static final int AT_ONCE = 500;

    @Inject
    OperatorDatabase database;

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
        return find(
                "select tenant_id, id from conversation_conversation where reply_due_at < ? order by reply_due_at",
                late);
    }

    @PermitAll
    public List<FoundWork> lateSends(Duration late) {
        return find(
                "select tenant_id, id from conversation_conversation where send_due_at < ? order by send_due_at", late);
    }

    @PermitAll
    public List<FoundWork> lostSends() {
        return find(
                "select tenant_id, id from conversation_message where state = 'SENDING'"
                        + " and state_at < ?::timestamptz - case type when 'TEXT' then interval '0' else " + LOST_FILE
                        + " end",
                LOST);
    }

    /** Counts of all tenants, for the operator: nothing is done about them here, a status or a person settles each. */
    @PermitAll
    public List<UnknownSends> unknownSends() {
        return database.list(
                "select tenant_id, count(*), min(state_at) from conversation_message where state = 'UNKNOWN' group by tenant_id",
                row -> new UnknownSends(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()));
    }

    @PermitAll
    public List<FoundWork> lateMedia() {
        return find(
                "select tenant_id, id from conversation_media where state = 'PENDING' and asked_at < ?",
                Duration.ofMinutes(10));
    }

    private List<FoundWork> find(String sql, Duration age) {
        return database.list(
                sql + " limit " + AT_ONCE,
                row -> new FoundWork(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                clock.instant().minus(age));
    }

    /** Asks for the reply again; the row counts as fresh, so that the next sweep leaves it time. */
    @Permit(Role.OWNER)
    public void askReply(UUID conversationId) {
        withConversation(conversationId, conversation -> {
            if (conversation.isReplyOwed()) {
                conversation.oweReply(conversation.replyToId(), clock.instant());
                events.due(conversationId, conversation.replyToId(), 0);
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
        database.list(
                "select conversation_make_partitions(?::date, 4)",
                row -> null,
                clock.instant().toString().substring(0, 10));
    }

    private void withConversation(UUID id, Consumer<Conversation> work) {
        conversations.lock(id).ifPresent(work);
    }
}
