package io.sylion.learning.domain;

import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Answers of the bound tenant's assistants that members found right. */
@ApplicationScoped
public class MarkedAnswerRepository {
    @PersistenceContext
    EntityManager entities;

    /** Those since a time that cite a document which still exists, the newest first. */
    public List<MarkedAnswer> right(Instant since, int most) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select d.base_id, m.body, d.external_id
                        from decision_record r
                        join conversation_message m on m.tenant_id = :tenant and m.id = r.message_id
                        join knowledge_document d on d.tenant_id = :tenant and d.id = cast(r.citations ->> 0 as uuid)
                        where r.tenant_id = :tenant and r.created_at >= :since and r.verdict = 'RIGHT'
                            and r.outcome = 'REPLIED' and m.revoked_at is null and m.body is not null
                        order by r.created_at desc limit :most""")
                .setParameter("tenant", TenantScope.current().tenantId())
                .setParameter("since", since)
                .setParameter("most", most));
        return rows.stream()
                .map(r -> new MarkedAnswer((UUID) r[0], (String) r[1], (String) r[2]))
                .toList();
    }
}
