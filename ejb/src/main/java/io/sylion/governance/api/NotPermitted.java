package io.sylion.governance.api;

import io.sylion.tenant.domain.Role;

/** The bound actor's role does not reach. */
public class NotPermitted extends RuntimeException {
    public NotPermitted(Role needed) {
        super("needs role " + needed);
    }
}
