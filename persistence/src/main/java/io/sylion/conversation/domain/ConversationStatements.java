package io.sylion.conversation.domain;

import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Columns;
import io.sylion.platform.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Statements about conversations on the way of every message, to be sent together with others. */
public final class ConversationStatements {
    private static final Sql ARRIVE = Sql.of("""
            with event as (
                insert into channel_inbound_event (channel_id, key, tenant_id, kind, received_at, outcome)
                values (:channel, :key, :tenant, 'MESSAGE', :receivedAt, 'APPLIED') on conflict do nothing returning 1),
            party as (
                select contact_id from contact_identity
                where tenant_id = :tenant and ((kind = 'WHATSAPP_BSUID' and value = :bsuid) or (kind = 'PHONE' and value = :phone)))
            select exists (select from event) as fresh,
                (select count(*) from party) as identities, (select count(distinct contact_id) from party) as contacts,
                (select contact_id from party limit 1) as found_id,
                (select message_id from conversation_message_key
                    where tenant_id = :tenant and channel_id = :channel and provider_message_id = :quoted) as quoted_id,
                exists (select from conversation_parked_event
                    where tenant_id = :tenant and channel_id = :channel and provider_message_id = :message) as parked,
                c.*
            from (values (1)) one (n) left join (
                select * from conversation_conversation where tenant_id = :tenant and channel_id = :channel and status = 'OPEN'
                and contact_id = (select contact_id from party limit 1) for no key update) c on true""");

    private static final Sql FIND = Sql.of("""
            select c.*,
                (select max(value) from contact_identity where tenant_id = :tenant and contact_id = c.contact_id and kind = 'PHONE') as phone,
                (select max(value) from contact_identity where tenant_id = :tenant and contact_id = c.contact_id
                    and kind = 'WHATSAPP_BSUID') as bsuid
            from conversation_conversation c where c.tenant_id = :tenant and c.id = :id""");

    private static final Sql UPDATE = Sql.of("""
            update conversation_conversation set version = version + 1, handler = :handler, triage = :triage,
                triage_reason = :triageReason, triage_confidence = :triageConfidence, escalated = :escalated,
                last_message_id = :lastMessageId, last_activity_at = :lastActivityAt, last_author = :lastAuthor,
                last_type = :lastType, last_text = :lastText, last_inbound_at = :lastInboundAt, last_inbound_id = :lastInboundId,
                window_closes_at = :windowClosesAt, unread_count = :unreadCount, reply_due_at = :replyDueAt,
                reply_to_id = :replyToId, drafts_discarded = :draftsDiscarded, send_due_at = :sendDueAt
            where tenant_id = :tenant and id = :id and version = :version""");

    private static final Sql OPEN = Sql.of("""
            insert into conversation_conversation (id, tenant_id, created_at, channel_id, contact_id, status, handler, triage,
                triage_reason, triage_confidence, escalated, last_message_id, last_activity_at, last_author, last_type, last_text,
                last_inbound_at, last_inbound_id, window_closes_at, unread_count, reply_due_at, reply_to_id, drafts_discarded)
            values (:id, :tenant, :createdAt, :channelId, :contactId, :status, :handler, :triage, :triageReason,
                :triageConfidence, :escalated, :lastMessageId, :lastActivityAt, :lastAuthor, :lastType, :lastText,
                :lastInboundAt, :lastInboundId, :windowClosesAt, :unreadCount, :replyDueAt, :replyToId, :draftsDiscarded)
            on conflict do nothing""");

    private static final Sql SEND_DUE = Sql.of(
            "select send_due_at from conversation_conversation where tenant_id = :tenant and id = :id for no key update");

    private ConversationStatements() {}

    /** Who a message comes from, for {@link #arrive}. */
    public record Sender(String bsuid, String phone) {
        int identities() {
            return (bsuid == null ? 0 : 1) + (phone == null ? 0 : 1);
        }
    }

    /** Records the event and finds all that is known of its customer; the open conversation is locked. */
    public static BoundSql arrive(
            UUID channelId, String key, Instant receivedAt, Sender sender, String providerMessageId, String quoted) {
        return ARRIVE.with("channel", channelId)
                .with("key", key)
                .with("receivedAt", receivedAt)
                .with("bsuid", sender.bsuid())
                .with("phone", sender.phone())
                .with("message", providerMessageId)
                .with("quoted", quoted);
    }

    /** The answer to {@link #arrive}. */
    public static Arrival arrival(ResultSet row, Sender sender) throws SQLException {
        return new Arrival(
                row.getBoolean("fresh"),
                row.getBoolean("parked"),
                Columns.uuid(row, "quoted_id"),
                row.getInt("identities") == 0,
                row.getInt("contacts") == 1 && row.getInt("identities") == sender.identities()
                        ? Columns.uuid(row, "found_id")
                        : null,
                row.getObject("id") == null ? null : new Conversation(row));
    }

    /** The conversation; the answer is read by {@link #read}. */
    public static BoundSql find(UUID id) {
        return FIND.with("id", id);
    }

    public static Conversation read(ResultSet row) throws SQLException {
        return new Conversation(row);
    }

    /** Writes what a message changes; no row when somebody else has changed the conversation since it was read. */
    public static BoundSql update(Conversation conversation) {
        return conversation.values(UPDATE.with("id", conversation.id()));
    }

    /** Writes a new conversation; no row when the contact has an open one on the channel. */
    public static BoundSql open(Conversation conversation) {
        return conversation.values(OPEN.with("id", conversation.id()));
    }

    /** Locks the conversation and tells since when a message waits to leave, null when none does. */
    public static BoundSql sendDue(UUID id) {
        return SEND_DUE.with("id", id);
    }

    public static Instant sendDue(ResultSet row) throws SQLException {
        return Columns.instant(row, "send_due_at");
    }
}
