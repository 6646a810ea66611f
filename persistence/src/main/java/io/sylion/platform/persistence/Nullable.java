package io.sylion.platform.persistence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

/** Parameters of native queries that may be null: PostgreSQL must be told their type. */
public final class Nullable {
    private Nullable() {}

    public static TypedParameterValue<String> text(String value) {
        return new TypedParameterValue<>(StandardBasicTypes.STRING, value);
    }

    public static TypedParameterValue<UUID> uuid(UUID value) {
        return new TypedParameterValue<>(StandardBasicTypes.UUID, value);
    }

    public static TypedParameterValue<Instant> instant(Instant value) {
        return new TypedParameterValue<>(StandardBasicTypes.INSTANT, value);
    }

    public static TypedParameterValue<Integer> integer(Integer value) {
        return new TypedParameterValue<>(StandardBasicTypes.INTEGER, value);
    }

    public static TypedParameterValue<Long> bigint(Long value) {
        return new TypedParameterValue<>(StandardBasicTypes.LONG, value);
    }

    public static TypedParameterValue<BigDecimal> numeric(BigDecimal value) {
        return new TypedParameterValue<>(StandardBasicTypes.BIG_DECIMAL, value);
    }
}
