package io.sylion.conversation.service;

import io.sylion.conversation.domain.Conversation;
import io.sylion.conversation.domain.ConversationStatements;
import io.sylion.conversation.domain.Handler;
import io.sylion.conversation.domain.HistoryTurn;
import io.sylion.conversation.domain.MessageStatements;
import io.sylion.conversation.domain.MessageStatements.Owed;
import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A message that may be owed an automatic reply, with its conversation as both were when they were looked at. */
public final class OwedReply {
    private final Recipient recipient;
    private final Owed owed;
    private final List<HistoryTurn> turns;

    /** The conversation with its customer's names at the provider; one of them may be null. */
    private record Recipient(Conversation conversation, String phone, String bsuid) {
        private static Recipient of(ResultSet row) throws SQLException {
            return new Recipient(ConversationStatements.read(row), row.getString("phone"), row.getString("bsuid"));
        }
    }

    private OwedReply(Recipient recipient, Owed owed, List<HistoryTurn> turns) {
        this.recipient = recipient;
        this.owed = owed;
        this.turns = turns;
    }

    /** Looks everything up; {@link #found} reads the three answers. */
    public static List<BoundSql> finding(UUID conversationId, UUID messageId, int turns, Instant now) {
        return List.of(
                ConversationStatements.find(conversationId),
                MessageStatements.owed(messageId),
                MessageStatements.history(conversationId, turns, now));
    }

    /** Null when the tenant has no such message. */
    public static OwedReply found(Pipeline pipeline) throws SQLException {
        Recipient recipient = pipeline.row(Recipient::of);
        Owed owed = pipeline.row(MessageStatements::owed);
        List<HistoryTurn> turns = pipeline.rows(MessageStatements::turn).reversed();
        return recipient == null || owed == null ? null : new OwedReply(recipient, owed, turns);
    }

    /** Whether the reply to this message is the one that is owed, which nobody has given yet. */
    public boolean isOwedTo(UUID messageId) {
        return conversation().isReplyOwed() && conversation().answersOwed(messageId);
    }

    /** Whether the AI has the conversation and owes a reply to a newer message, or none. */
    public boolean isOvertaken(UUID messageId) {
        return conversation().handler() == Handler.AI && !conversation().answersOwed(messageId);
    }

    public boolean isWindowOpen(Instant now) {
        return conversation().isWindowOpen(now);
    }

    public boolean isEscalated() {
        return conversation().isEscalated();
    }

    /** The last turns, oldest first. */
    public List<HistoryTurn> turns() {
        return turns;
    }

    /** The message's words, may be null. */
    public String text() {
        return owed.text();
    }

    /** The provider's id of the message, may be null. */
    public String providerMessageId() {
        return owed.providerMessageId();
    }

    Conversation conversation() {
        return recipient.conversation();
    }

    String phone() {
        return recipient.phone();
    }

    String bsuid() {
        return recipient.bsuid();
    }
}
