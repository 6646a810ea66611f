package io.sylion.platform.persistence;

import java.sql.SQLException;

/** The database did not answer or refused; the transaction has changed nothing. */
public class TenantDatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TenantDatabaseFailure(SQLException cause) {
        super(cause);
    }
}
