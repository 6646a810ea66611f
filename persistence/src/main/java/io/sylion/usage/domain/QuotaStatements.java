package io.sylion.usage.domain;

import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Reserving and settling as {@link QuotaRepository} does, to be sent together with other statements; reserve last. */
public final class QuotaStatements {
    private static final Sql RESERVE = Sql.of(QuotaRepository.RESERVE);
    private static final Sql SETTLE = Sql.of(QuotaRepository.SETTLE);

    private QuotaStatements() {}

    public static BoundSql reserve(ReservationRequest request) {
        return RESERVE.with("id", request.id())
                .with("metric", request.metric())
                .with("amount", request.amount())
                .with("reference", request.reference())
                .with("now", request.now())
                .with("expires", request.expiresAt());
    }

    /** The reservation; null when none could be made at once, for whatever reason. */
    public static UUID reserved(ResultSet row) throws SQLException {
        return row.getBoolean(5) ? null : row.getObject(1, UUID.class);
    }

    public static BoundSql settle(UUID reservationId, long actual, Instant now) {
        return SETTLE.with("id", reservationId).with("actual", actual).with("now", now);
    }
}
