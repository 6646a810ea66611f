package io.sylion.governance.api;

import io.sylion.tenant.domain.Role;
import jakarta.ejb.ApplicationException;

/** The bound actor's role does not reach. */
@ApplicationException(rollback = true)
public class NotPermitted extends RuntimeException {
    public NotPermitted(Role needed) {
        super("needs role " + needed);
    }
}
