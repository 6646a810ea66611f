package io.sylion.governance.domain;

import io.sylion.platform.persistence.TenantOwned;
import io.sylion.tenant.domain.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A person's work for a tenant: begins when an owner adds them, and lasts with one role at a time. */
@Entity
@Table(name = "governance_member")
public class Member extends TenantOwned {
    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private Role role;

    protected Member() {}

    public Member(Instant now, UUID personId, Role role) {
        super(now);
        this.personId = personId;
        this.role = role;
    }

    public UUID personId() {
        return personId;
    }

    public Role role() {
        return role;
    }
}
