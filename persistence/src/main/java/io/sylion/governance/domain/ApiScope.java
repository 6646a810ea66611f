package io.sylion.governance.domain;

import io.sylion.tenant.domain.Role;

/** What a key of the API may do. */
public enum ApiScope {
    /** Ask and list. */
    READ(Role.VIEWER),
    /** Also add, change and delete. */
    WRITE(Role.MANAGER);

    private final Role role;

    ApiScope(Role role) {
        this.role = role;
    }

    /** The member who may do as much. */
    public Role role() {
        return role;
    }
}
