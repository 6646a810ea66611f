package io.sylion.conversation.domain;

import io.sylion.platform.persistence.OperatorDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the sweep of conversations finds over all tenants, as the operator; each row is then handled within its own. */
@ApplicationScoped
public class ConversationSweepRepository {
    private static final int AT_ONCE = 500;

    @Inject
    OperatorDatabase database;

    public List<FoundWork> repliesDueBefore(Instant time) {
        return find(
                "select tenant_id, id from conversation_conversation where reply_due_at < ? order by reply_due_at",
                time);
    }

    public List<FoundWork> sendsDueBefore(Instant time) {
        return find(
                "select tenant_id, id from conversation_conversation where send_due_at < ? order by send_due_at", time);
    }

    /** Files are moved up to the provider before the send, which may take a minute more. */
    public List<FoundWork> sendsUnderWayBefore(Instant time) {
        return find("""
                select tenant_id, id from conversation_message where state = 'SENDING'
                and state_at < ?::timestamptz - case type when 'TEXT' then interval '0' else interval '70 seconds' end""", time);
    }

    public List<FoundWork> mediaAskedBefore(Instant time) {
        return find("select tenant_id, id from conversation_media where state = 'PENDING' and asked_at < ?", time);
    }

    /** Sends whose outcome nobody knows: the tenant, how many they are, since when the oldest waits. */
    public <T> List<T> unknownSends(OperatorDatabase.Row<T> row) {
        return database.list(
                "select tenant_id, count(*), min(state_at) from conversation_message where state = 'UNKNOWN' group by tenant_id",
                row);
    }

    /** Makes the partitions of four months, this day's first. */
    public void makePartitions(Instant day) {
        database.list(
                "select conversation_make_partitions(?::date, 4)",
                row -> null,
                day.toString().substring(0, 10));
    }

    private List<FoundWork> find(String sql, Instant before) {
        return database.list(
                sql + " limit " + AT_ONCE,
                row -> new FoundWork(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                before);
    }
}
