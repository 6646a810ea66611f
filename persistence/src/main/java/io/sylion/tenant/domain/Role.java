package io.sylion.tenant.domain;

/** A member's role in a tenant, from least to most; each includes those before it. */
public enum Role {
    VIEWER,
    AGENT,
    MANAGER,
    OWNER;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
