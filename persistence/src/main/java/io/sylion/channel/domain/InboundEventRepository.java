package io.sylion.channel.domain;

import io.sylion.platform.persistence.Nullable;
import io.sylion.platform.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The record of what came in, once. */
@ApplicationScoped
public class InboundEventRepository {
    @PersistenceContext
    EntityManager entities;

    /** Writes the event down unless it is there already; tells whether it is new. */
    public boolean add(UUID channelId, String key, String kind, Instant receivedAt, String outcome, String reason) {
        return Rows.quiet(entities, """
                        insert into channel_inbound_event (channel_id, key, tenant_id, kind, received_at, outcome, reason)
                        values (:channel, :key, sylion_tenant(), :kind, :at, :outcome, :reason)
                        on conflict do nothing""")
                        .setParameter("channel", channelId)
                        .setParameter("key", key)
                        .setParameter("kind", kind)
                        .setParameter("at", receivedAt)
                        .setParameter("outcome", outcome)
                        .setParameter("reason", Nullable.text(reason))
                        .executeUpdate()
                == 1;
    }

    public void park(UUID channelId, String key) {
        Rows.quiet(
                        entities,
                        "update channel_inbound_event set outcome = 'PARKED' where channel_id = :channel and key = :key")
                .setParameter("channel", channelId)
                .setParameter("key", key)
                .executeUpdate();
    }

    /** The newest events of a channel, for its log. */
    public List<InboundEventSummary> newest(UUID channelId, int limit) {
        return Rows.of(Rows.quiet(entities, """
                        select key, kind, received_at, outcome, reason from channel_inbound_event
                        where channel_id = :channel order by received_at desc limit :limit""", InboundEventSummary.class)
                .setParameter("channel", channelId)
                .setParameter("limit", limit));
    }
}
