package io.sylion.usage.domain;

import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Counting as {@link QuotaRepository} does, to be sent together with other statements; use last. */
public final class QuotaStatements {
    private static final Sql USE = Sql.of(QuotaRepository.USE);
    private static final Sql ROOM = Sql.of(QuotaRepository.ROOM);

    private QuotaStatements() {}

    public static BoundSql use(QuotaMetric metric, long amount, String reference, Instant now) {
        return USE.with("metric", metric)
                .with("amount", amount)
                .with("reference", reference)
                .with("now", now);
    }

    /** Whether the units are counted; false for whatever reason. */
    public static boolean used(ResultSet row) throws SQLException {
        return row.getBoolean("used");
    }

    public static BoundSql room(QuotaMetric metric, Instant now) {
        return ROOM.with("metric", metric).with("now", now);
    }

    public static boolean hasRoom(ResultSet row) throws SQLException {
        return row.getBoolean("room");
    }
}
