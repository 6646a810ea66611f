package io.sylion.conversation.domain;

import io.sylion.channel.domain.MessageType;
import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Columns;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Statements about messages on the way of every message, to be sent together with others. */
public final class MessageStatements {
    /** What lies further back is another story. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** After that nobody waits for a send's answer any more. */
    private static final Duration LONGEST_SEND = Duration.ofDays(1);

    /** Clocks of several nodes differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Sql INSERT = Sql.of("""
            insert into conversation_message (id, tenant_id, created_at, conversation_id, channel_id, author, author_name, type,
                body, detail, occurred_at, provider_message_id, reply_to_id, answers_id, decision_id, state, state_at, attempts)
            values (:id, :tenant, :createdAt, :conversationId, :channelId, :author, :authorName, :type, :body,
                cast(:detail as jsonb), :occurredAt, :providerMessageId, :replyToId, :answersId, :decisionId, :state, :stateAt,
                :attempts)""");

    private static final Sql TIE = Sql.of("""
            insert into conversation_message_key (channel_id, provider_message_id, tenant_id, message_id)
            values (:channel, :provider, :tenant, :message) on conflict do nothing""");

    private static final Sql HISTORY = Sql.of("""
            select id, author, type, body from conversation_message
            where tenant_id = :tenant and conversation_id = :conversation and author in ('CUSTOMER', 'AI', 'MEMBER', 'PHONE_APP')
            and state not in ('FAILED', 'WITHHELD') and revoked_at is null and id > :floor and id < :ceiling
            order by occurred_at desc, id desc limit :limit""");

    private static final Sql OWED = Sql.of(
            "select provider_message_id, body from conversation_message where tenant_id = :tenant and id = :message");

    private static final Sql UNDER_WAY = Sql.of("""
            select exists (select from conversation_message where tenant_id = :tenant and conversation_id = :conversation
                and state = 'SENDING' and id > :floor and id < :ceiling) as under_way""");

    private static final Sql SENT = Sql.of("""
            update conversation_message set state = 'SENT', state_at = :now, provider_message_id = :provider,
                failure_code = null, failure_reason = null, version = version + 1
            where tenant_id = :tenant and id = :id and state = 'SENDING' and not exists (select from conversation_parked_event
                where tenant_id = :tenant and channel_id = :channel and provider_message_id = :provider)""");

    private MessageStatements() {}

    /** What a reply needs to know of the message that it answers; each may be null. */
    public record Owed(String providerMessageId, String text) {}

    public static BoundSql insert(Message message) {
        return message.values(INSERT.with("id", message.id()));
    }

    /** Ties a provider's id to our message; no row when it is tied already. */
    public static BoundSql tie(UUID channelId, String providerMessageId, UUID messageId) {
        return TIE.with("channel", channelId)
                .with("provider", providerMessageId)
                .with("message", messageId);
    }

    /** The last turns of the month before now, newest first; notes are not among them. */
    public static BoundSql history(UUID conversationId, int limit, Instant now) {
        return within(HISTORY.with("conversation", conversationId).with("limit", limit), REMEMBERED, now);
    }

    /** Bounds of the id, so that few partitions are looked at. */
    private static BoundSql within(BoundSql statement, Duration age, Instant now) {
        return statement.with("floor", Ids.floor(now.minus(age))).with("ceiling", Ids.floor(now.plus(AHEAD)));
    }

    public static HistoryTurn turn(ResultSet row) throws SQLException {
        return new HistoryTurn(
                Columns.uuid(row, "id"),
                Columns.constant(row, "author", MessageAuthor.class),
                Columns.constant(row, "type", MessageType.class),
                row.getString("body"));
    }

    public static BoundSql owed(UUID messageId) {
        return OWED.with("message", messageId);
    }

    public static Owed owed(ResultSet row) throws SQLException {
        return new Owed(row.getString("provider_message_id"), row.getString("body"));
    }

    /** Whether a message of the conversation is on its way to the provider. */
    public static BoundSql underWay(UUID conversationId, Instant now) {
        return within(UNDER_WAY.with("conversation", conversationId), LONGEST_SEND, now);
    }

    public static boolean underWay(ResultSet row) throws SQLException {
        return row.getBoolean("under_way");
    }

    /** The provider took what was under way; no row when a status was faster, or waits to be applied. */
    public static BoundSql sent(UUID messageId, UUID channelId, String providerMessageId, Instant now) {
        return SENT.with("id", messageId)
                .with("channel", channelId)
                .with("provider", providerMessageId)
                .with("now", now);
    }
}
