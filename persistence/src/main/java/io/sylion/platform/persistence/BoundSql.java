package io.sylion.platform.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A statement and its values; made for one use. */
public final class BoundSql {
    private static final String TENANT = "tenant";

    private final Sql sql;
    private final Map<String, Object> values = new HashMap<>();

    BoundSql(Sql sql) {
        this.sql = sql;
    }

    public BoundSql with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    Sql sql() {
        return sql;
    }

    /** Sets the values from this mark on and returns the mark after them. */
    int bind(PreparedStatement statement, int first, UUID tenantId) throws SQLException {
        int mark = first;
        for (String name : sql.names()) {
            Object value = name.equals(TENANT) ? tenantId : values.get(name);
            if (value == null && !values.containsKey(name)) {
                throw new IllegalArgumentException("no value for " + name);
            }
            set(statement, mark++, value);
        }
        return mark;
    }

    private static void set(PreparedStatement statement, int mark, Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(mark, Types.NULL);
            case Instant instant -> statement.setObject(mark, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(mark, constant.name());
            default -> statement.setObject(mark, value);
        }
    }
}
