package io.sylion.conversation.domain;

import io.sylion.channel.domain.ChannelProvider;
import io.sylion.channel.domain.MessageType;
import io.sylion.platform.persistence.Nullable;
import io.sylion.platform.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of conversations, within the bound tenant. */
@ApplicationScoped
public class ConversationRepository {
    private static final String SUMMARY = """
            select c.id, c.channel_id, h.name, h.provider, c.contact_id, p.name as contact_name,
                (select max(value) from contact_identity where contact_id = c.contact_id and kind = 'PHONE') as phone,
                c.status, c.handler, c.member_id, c.member_name, c.triage, c.triage_reason, c.triage_confidence, c.escalated,
                c.last_author, c.last_type, c.last_text, c.last_activity_at, c.window_closes_at, c.unread_count
            from conversation_conversation c
            join channel_channel h on h.id = c.channel_id
            join contact_contact p on p.id = c.contact_id
            """;

    @PersistenceContext
    EntityManager entities;

    /** Writes it at once: native queries refer to it. */
    public void add(Conversation conversation) {
        entities.persist(conversation);
        entities.flush();
    }

    /** Locks the conversation: whoever changes it or decides on it does so alone. */
    public Optional<Conversation> lock(UUID id) {
        return Optional.ofNullable(entities.find(Conversation.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The open conversation of a contact on a channel, locked. */
    public Optional<Conversation> lockOpen(UUID channelId, UUID contactId) {
        return entities.createQuery("""
                        select c from Conversation c where c.channelId = :channel and c.contactId = :contact
                        and c.status = io.sylion.conversation.domain.ConversationStatus.OPEN""", Conversation.class)
                .setParameter("channel", channelId)
                .setParameter("contact", contactId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Nothing in the conversation is unread any more; tells whether something was. */
    public boolean see(UUID id) {
        return entities.createNativeQuery(
                                "update conversation_conversation set unread_count = 0 where id = :id and unread_count > 0")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    public List<ConversationSummary> page(ConversationQuery query) {
        String search = query.search() == null || query.search().isBlank()
                ? null
                : query.search().strip();
        StringBuilder sql = new StringBuilder(SUMMARY).append("where ").append(condition(query.filter()));
        if (search != null) {
            sql.append('\n').append("""
                    and (unaccent(coalesce(p.name, '')) ilike unaccent(:search) or unaccent(coalesce(c.last_text, '')) ilike unaccent(:search)
                    or exists (select 1 from contact_identity i where i.contact_id = c.contact_id and i.value ilike :search))""");
        }
        if (query.beforeActivity() != null) {
            sql.append(" and (c.last_activity_at, c.id) < (:beforeActivity, :beforeId)");
        }
        sql.append(" order by c.last_activity_at desc, c.id desc limit :limit");
        var statement =
                entities.createNativeQuery(sql.toString()).setParameter("limit", Math.clamp(query.limit(), 1, 100));
        if (query.filter() == ConversationFilter.MINE) {
            statement.setParameter("member", Nullable.uuid(query.memberId()));
        }
        if (search != null) {
            statement.setParameter("search", "%" + search.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (query.beforeActivity() != null) {
            statement.setParameter("beforeActivity", query.beforeActivity()).setParameter("beforeId", query.beforeId());
        }
        return rows(statement).stream().map(ConversationRepository::summary).toList();
    }

    private static String condition(ConversationFilter filter) {
        String open = "c.status = 'OPEN'";
        return switch (filter) {
            case ALL -> open;
            case AUTO -> open + " and c.handler = 'AI' and c.triage = 'AUTO_REPLY'";
            case ESCALATED -> open + " and c.escalated";
            case MINE -> open + " and c.member_id = :member";
            case UNASSIGNED -> open + " and c.handler = 'NOBODY'";
            case IGNORED -> open + " and c.triage = 'IGNORE'";
            case CLOSED -> "c.status = 'CLOSED'";
        };
    }

    public Optional<ConversationSummary> summary(UUID id) {
        return rows(entities.createNativeQuery(SUMMARY + "where c.id = :id").setParameter("id", id)).stream()
                .map(ConversationRepository::summary)
                .findFirst();
    }

    public ConversationCounts counts(UUID memberId) {
        Object[] r = (Object[]) entities.createNativeQuery("""
                        select count(*), count(*) filter (where handler = 'AI' and triage = 'AUTO_REPLY'),
                            count(*) filter (where escalated), count(*) filter (where member_id = :member),
                            count(*) filter (where handler = 'NOBODY'), count(*) filter (where triage = 'IGNORE'),
                            count(*) filter (where unread_count > 0 and handler <> 'AI' or escalated)
                        from (select handler, triage, escalated, member_id, unread_count from conversation_conversation
                            where status = 'OPEN' order by last_activity_at desc limit 1000) newest""")
                .setParameter("member", Nullable.uuid(memberId))
                .getSingleResult();
        return new ConversationCounts(
                (long) r[0], (long) r[1], (long) r[2], (long) r[3], (long) r[4], (long) r[5], (long) r[6]);
    }

    private static List<Object[]> rows(Query query) {
        return Rows.of(query);
    }

    private static ConversationSummary summary(Object[] r) {
        return new ConversationSummary(
                (UUID) r[0],
                (UUID) r[1],
                (String) r[2],
                ChannelProvider.valueOf((String) r[3]),
                (UUID) r[4],
                (String) r[5],
                (String) r[6],
                ConversationStatus.valueOf((String) r[7]),
                Handler.valueOf((String) r[8]),
                (UUID) r[9],
                (String) r[10],
                r[11] == null ? null : Triage.valueOf((String) r[11]),
                (String) r[12],
                (BigDecimal) r[13],
                (boolean) r[14],
                r[15] == null ? null : MessageAuthor.valueOf((String) r[15]),
                r[16] == null ? null : MessageType.valueOf((String) r[16]),
                (String) r[17],
                (Instant) r[18],
                (Instant) r[19],
                (int) r[20]);
    }
}
