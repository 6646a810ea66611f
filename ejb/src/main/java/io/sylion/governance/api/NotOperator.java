package io.sylion.governance.api;

import jakarta.ejb.ApplicationException;

/** Only the operator of the installation may do this. */
@ApplicationException(rollback = true)
public class NotOperator extends RuntimeException {
    public NotOperator() {
        super("needs the operator");
    }
}
