package io.sylion.governance.domain;

import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Members of the bound tenant. */
@ApplicationScoped
public class MemberRepository {
    @PersistenceContext
    EntityManager entities;

    public void add(Member member) {
        entities.persist(member);
    }

    public List<MemberSummary> all() {
        List<?> rows = entities.createNativeQuery("""
                        select m.id, p.id, p.name, p.email, m.role from governance_member m
                        join governance_person p on p.id = m.person_id
                        where m.tenant_id = sylion_tenant() order by p.name""").getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new MemberSummary(
                        (UUID) r[0], (UUID) r[1], (String) r[2], (String) r[3], Role.valueOf((String) r[4])))
                .toList();
    }
}
