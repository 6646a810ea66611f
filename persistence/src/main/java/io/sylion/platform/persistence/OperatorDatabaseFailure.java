package io.sylion.platform.persistence;

import java.sql.SQLException;

/** The database did not do what the operator's role asked. */
public class OperatorDatabaseFailure extends RuntimeException {
    public OperatorDatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
