package io.sylion.governance.domain;

import io.sylion.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key with which another system works for the tenant: valid from its making until it is revoked, for good. */
@Entity
@Table(name = "governance_api_key")
public class ApiKey extends TenantOwned {
    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String beginning;

    @Column(updatable = false)
    private String digest;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ApiScope scope;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected ApiKey() {}

    /** @param digest of the key, which is not kept itself */
    public ApiKey(Instant now, String name, String beginning, String digest, ApiScope scope) {
        super(now);
        this.name = name;
        this.beginning = beginning;
        this.digest = digest;
        this.scope = scope;
    }

    public void revoke(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
    }

    public String name() {
        return name;
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }
}
