package io.sylion.conversation.domain;

import io.sylion.channel.domain.MessageType;
import io.sylion.platform.persistence.Nullable;
import io.sylion.platform.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Queries of messages, their files, keys, deliveries and reactions, within the bound tenant. */
@ApplicationScoped
public class MessageRepository {
    private static final String DETAILS = """
            select m.id, m.conversation_id, m.author, m.author_name, m.type, m.body, cast(m.detail as text), m.occurred_at,
                m.state, m.state_at, m.failure_code, m.failure_reason, m.decision_id,
                case when r.id is null then null else coalesce(r.body, '[' || r.type || ']') end as reply_to,
                m.revoked_at is not null, m.edited_at is not null,
                f.id as media_id, f.mime_type, f.file_name, f.size_bytes, f.state as media_state, f.failure_reason as media_failure,
                (select string_agg(emoji, ' ' order by author) from conversation_reaction where message_id = m.id)
            from conversation_message m
            left join conversation_media f on f.message_id = m.id
            left join conversation_message r on r.id = m.reply_to_id
            """;

    @PersistenceContext
    EntityManager entities;

    public void add(Message message) {
        entities.persist(message);
    }

    public void add(Media media) {
        entities.persist(media);
    }

    public Optional<Message> find(UUID id) {
        return Optional.ofNullable(entities.find(Message.class, id));
    }

    public Optional<Media> media(UUID id) {
        return Optional.ofNullable(entities.find(Media.class, id));
    }

    public Optional<StoredMedia> mediaOf(UUID messageId) {
        return entities.createQuery("select m from Media m where m.messageId = :message", Media.class)
                .setParameter("message", messageId)
                .getResultStream()
                .filter(m -> m.state() == MediaState.STORED)
                .map(m -> new StoredMedia(m.objectKey(), m.mimeType(), m.fileName(), m.sizeBytes()))
                .findFirst();
    }

    /**
     * Ties a provider's id to our message, and takes out the events that waited for it, oldest first; empty when the id is tied
     * already.
     */
    public Optional<List<String>> tie(UUID channelId, String providerMessageId, UUID messageId) {
        List<Object[]> rows = rows(Rows.quiet(entities, """
                        with tied as (
                            insert into conversation_message_key (channel_id, provider_message_id, tenant_id, message_id)
                            values (:channel, :provider, sylion_tenant(), :message) on conflict do nothing returning 1),
                        freed as (
                            delete from conversation_parked_event
                            where channel_id = :channel and provider_message_id = :provider and exists (select from tied)
                            returning event, parked_at)
                        select (select count(*) from tied), cast(freed.event as text)
                        from (values (1)) one (n) left join freed on true order by freed.parked_at""")
                .setParameter("channel", channelId)
                .setParameter("provider", providerMessageId)
                .setParameter("message", messageId));
        if ((long) rows.getFirst()[0] == 0) {
            return Optional.empty();
        }
        return Optional.of(rows.stream()
                .map(row -> (String) row[1])
                .filter(Objects::nonNull)
                .toList());
    }

    public Optional<UUID> idOf(UUID channelId, String providerMessageId) {
        List<UUID> found = Rows.of(Rows.quiet(entities, """
                        select message_id from conversation_message_key
                        where channel_id = :channel and provider_message_id = :provider""", UUID.class)
                .setParameter("channel", channelId)
                .setParameter("provider", providerMessageId));
        return found.stream().findFirst();
    }

    /** Reserves a client's key for a message; empty when it is new, else the message that has it. */
    public Optional<UUID> claimClientKey(String clientKey, UUID messageId) {
        int added = entities.createNativeQuery("""
                        insert into conversation_client_key (tenant_id, client_key, message_id)
                        values (sylion_tenant(), :key, :message) on conflict do nothing""")
                .setParameter("key", clientKey)
                .setParameter("message", messageId)
                .executeUpdate();
        if (added == 1) {
            return Optional.empty();
        }
        return Optional.of((UUID) entities.createNativeQuery(
                        "select message_id from conversation_client_key where client_key = :key", UUID.class)
                .setParameter("key", clientKey)
                .getSingleResult());
    }

    public Optional<Message> lock(UUID id) {
        return Optional.ofNullable(entities.find(Message.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The first two messages of the conversation that wait or are under way, in the order of writing. */
    public List<Message> outgoing(UUID conversationId) {
        return entities.createQuery("""
                        select m from Message m where m.conversationId = :conversation
                        and m.state in (io.sylion.conversation.domain.MessageState.QUEUED, io.sylion.conversation.domain.MessageState.SENDING)
                        order by m.id""", Message.class)
                .setParameter("conversation", conversationId)
                .setMaxResults(2)
                .getResultList();
    }

    /** Whether one waits or is under way that this transaction did not write. */
    public boolean hasOutgoing(UUID conversationId) {
        return !Rows.of(Rows.quiet(entities, """
                                select 1 from conversation_message
                                where conversation_id = :conversation and state in ('QUEUED', 'SENDING') limit 1""").setParameter("conversation", conversationId))
                .isEmpty();
    }

    /** Whether an assistant has answered the message; an answer has a later id. */
    public boolean isAnswered(UUID conversationId, UUID inboundId) {
        return !Rows.of(Rows.quiet(entities, """
                                select 1 from conversation_message where conversation_id = :conversation
                                and id > :inbound and answers_id = :inbound and author = 'AI' limit 1""")
                        .setParameter("conversation", conversationId)
                        .setParameter("inbound", inboundId))
                .isEmpty();
    }

    /** The last turns before and with the newest message, oldest first; notes are not among them. */
    public List<HistoryTurn> history(UUID conversationId, int limit) {
        List<Object[]> rows = rows(Rows.quiet(entities, """
                        select id, author, type, body from conversation_message
                        where conversation_id = :conversation and author in ('CUSTOMER', 'AI', 'MEMBER', 'PHONE_APP')
                        and state not in ('FAILED', 'WITHHELD') and revoked_at is null
                        order by occurred_at desc, id desc limit :limit""")
                .setParameter("conversation", conversationId)
                .setParameter("limit", limit));
        return rows.reversed().stream()
                .map(r -> new HistoryTurn(
                        (UUID) r[0], MessageAuthor.valueOf((String) r[1]), MessageType.valueOf((String) r[2]), (String)
                                r[3]))
                .toList();
    }

    /** A page of the thread, oldest first: the newest messages, or those just before a given one. */
    public List<MessageDetails> thread(UUID conversationId, UUID beforeId, int limit) {
        var query = entities.createNativeQuery(DETAILS
                        + """
                        where m.conversation_id = :conversation
                        """
                        + (beforeId == null ? "" : """
                        and (m.occurred_at, m.id) < (select occurred_at, id from conversation_message where id = :before)
                        """)
                        + "order by m.occurred_at desc, m.id desc limit :limit")
                .setParameter("conversation", conversationId)
                .setParameter("limit", limit);
        if (beforeId != null) {
            query.setParameter("before", beforeId);
        }
        return rows(query).reversed().stream().map(MessageRepository::details).toList();
    }

    public Optional<MessageDetails> details(UUID id) {
        return rows(entities.createNativeQuery(DETAILS + "where m.id = :id").setParameter("id", id)).stream()
                .map(MessageRepository::details)
                .findFirst();
    }

    /** Notes a provider's word; false when it is a repeat. */
    public boolean addDelivery(UUID messageId, String status, Instant at, String code, String reason, String pricing) {
        return Rows.quiet(entities, """
                        insert into conversation_delivery (message_id, status, tenant_id, occurred_at, code, reason, pricing)
                        values (:message, :status, sylion_tenant(), :at, :code, :reason, :pricing) on conflict do nothing""")
                        .setParameter("message", messageId)
                        .setParameter("status", status)
                        .setParameter("at", at)
                        .setParameter("code", Nullable.text(code))
                        .setParameter("reason", Nullable.text(reason))
                        .setParameter("pricing", Nullable.text(pricing))
                        .executeUpdate()
                == 1;
    }

    public List<DeliveryDetails> deliveries(UUID messageId) {
        return rows(entities.createNativeQuery("""
                        select status, occurred_at, code, reason, pricing from conversation_delivery
                        where message_id = :message order by occurred_at, status""").setParameter("message", messageId)).stream()
                .map(r ->
                        new DeliveryDetails((String) r[0], (Instant) r[1], (String) r[2], (String) r[3], (String) r[4]))
                .toList();
    }

    /** Puts or takes away the customer's emoji on a message. */
    public void react(UUID messageId, String emoji, Instant at) {
        if (emoji == null || emoji.isBlank()) {
            entities.createNativeQuery(
                            "delete from conversation_reaction where message_id = :message and author = 'CUSTOMER'")
                    .setParameter("message", messageId)
                    .executeUpdate();
            return;
        }
        entities.createNativeQuery("""
                        insert into conversation_reaction (message_id, author, tenant_id, emoji, occurred_at)
                        values (:message, 'CUSTOMER', sylion_tenant(), :emoji, :at)
                        on conflict (message_id, author) do update set emoji = :emoji, occurred_at = :at""")
                .setParameter("message", messageId)
                .setParameter("emoji", emoji)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Keeps an event until its message is known. */
    public void park(UUID channelId, String key, String providerMessageId, String event, Instant now) {
        Rows.quiet(entities, """
                        insert into conversation_parked_event (channel_id, key, provider_message_id, tenant_id, event, parked_at)
                        values (:channel, :key, :provider, sylion_tenant(), cast(:event as jsonb), :now) on conflict do nothing""")
                .setParameter("channel", channelId)
                .setParameter("key", key)
                .setParameter("provider", providerMessageId)
                .setParameter("event", event)
                .setParameter("now", now)
                .executeUpdate();
    }

    private static List<Object[]> rows(Query query) {
        return Rows.of(query);
    }

    private static MessageDetails details(Object[] r) {
        MediaDetails media = r[16] == null
                ? null
                : new MediaDetails(
                        (UUID) r[16],
                        (String) r[17],
                        (String) r[18],
                        (Long) r[19],
                        MediaState.valueOf((String) r[20]),
                        (String) r[21]);
        String reactions = (String) r[22];
        return new MessageDetails(
                (UUID) r[0],
                (UUID) r[1],
                MessageAuthor.valueOf((String) r[2]),
                (String) r[3],
                MessageType.valueOf((String) r[4]),
                (String) r[5],
                (String) r[6],
                (Instant) r[7],
                MessageState.valueOf((String) r[8]),
                (Instant) r[9],
                (String) r[10],
                (String) r[11],
                (UUID) r[12],
                (String) r[13],
                (boolean) r[14],
                (boolean) r[15],
                media,
                reactions == null ? List.of() : Arrays.asList(reactions.split(" ")));
    }
}
