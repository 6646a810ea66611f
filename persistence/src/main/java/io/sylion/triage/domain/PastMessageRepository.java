package io.sylion.triage.domain;

import io.sylion.channel.domain.MessageType;
import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Messages of the bound tenant's customers, as rules see them. */
@ApplicationScoped
public class PastMessageRepository {
    @PersistenceContext
    EntityManager entities;

    /** Those of the newest decisions that say something, the newest first. */
    public List<PastMessage> newest(int most) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select m.conversation_id, m.channel_id, m.type, m.body, m.created_at, p.name
                        from (select message_id, created_at from decision_record
                              where tenant_id = :tenant order by created_at desc limit :most) d
                        join conversation_message m on m.id = d.message_id and m.tenant_id = :tenant
                        join conversation_conversation c on c.id = m.conversation_id
                        left join contact_contact p on p.id = c.contact_id
                        where m.body is not null and m.revoked_at is null
                        order by d.created_at desc""")
                .setParameter("tenant", TenantScope.current().tenantId())
                .setParameter("most", most));
        return rows.stream()
                .map(r -> new PastMessage(
                        (UUID) r[0],
                        (UUID) r[1],
                        MessageType.valueOf((String) r[2]),
                        (String) r[3],
                        (Instant) r[4],
                        (String) r[5]))
                .toList();
    }
}
