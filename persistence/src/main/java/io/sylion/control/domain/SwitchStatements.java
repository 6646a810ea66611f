package io.sylion.control.domain;

import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Asking the switches as {@link SwitchRepository} does, together with other statements. */
public final class SwitchStatements {
    private static final Sql ALLOWS = Sql.of(SwitchRepository.ALLOWS);

    private SwitchStatements() {}

    /** Whether automatic messages may leave through this channel now. */
    public static BoundSql allows(UUID channelId) {
        return ALLOWS.with("channel", channelId);
    }

    public static boolean allows(ResultSet row) throws SQLException {
        return row.getBoolean(1);
    }
}
