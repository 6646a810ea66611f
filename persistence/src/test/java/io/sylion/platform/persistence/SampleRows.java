package io.sylion.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes valid rows of any table for one tenant, from the catalogue alone: the rows that it refers to, values that its checks
 * allow, and what else must not be missing. A new table needs nothing here unless its checks are unusual.
 */
final class SampleRows {
    private final Connection connection;
    private final UUID tenant;
    private final UUID person;
    private final Map<String, SchemaTable> tables;
    private final Map<String, Map<String, Object>> made = new HashMap<>();

    SampleRows(Connection connection, List<SchemaTable> tables, UUID tenant, UUID person) {
        this.connection = connection;
        this.tables = tables.stream().collect(Collectors.toMap(SchemaTable::name, Function.identity()));
        this.tenant = tenant;
        this.person = person;
    }

    UUID tenant() {
        return tenant;
    }

    /** The tenant's row of this table, made when it is wanted first. */
    Map<String, Object> row(String table) throws SQLException {
        if (!made.containsKey(table)) {
            made.put(table, existing(table) ? there(table) : insert(tables.get(table), values(tables.get(table))));
        }
        return made.get(table);
    }

    /** Values of one more row of this table. */
    Map<String, Object> values(SchemaTable table) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        for (SchemaTable.Column column : table.columns()) {
            values.put(column.name(), value(column));
        }
        for (SchemaTable.Reference reference : table.references()) {
            if (reference.columns().stream().anyMatch(values::containsKey)
                    && !reference.target().equals(table.name())) {
                Map<String, Object> target = row(reference.target());
                for (int i = 0; i < reference.columns().size(); i++) {
                    values.put(
                            reference.columns().get(i),
                            target.get(reference.targetColumns().get(i)));
                }
            }
        }
        if (table.tenantColumn() != null) {
            values.put(table.tenantColumn(), tenant);
        }
        return values;
    }

    Map<String, Object> insert(SchemaTable table, Map<String, Object> values) throws SQLException {
        List<String> names = List.copyOf(values.keySet());
        String marks = names.stream().map(name -> "?" + cast(table, name)).collect(Collectors.joining(", "));
        String sql =
                "insert into " + table.name() + " (" + String.join(", ", names) + ") values (" + marks + ") returning "
                        + Stream.concat(names.stream(), table.primaryKey().stream())
                                .distinct()
                                .collect(Collectors.joining(", "));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < names.size(); i++) {
                statement.setObject(i + 1, values.get(names.get(i)));
            }
            return only(statement);
        }
    }

    /** Rows that the application does not make itself. */
    private static boolean existing(String table) {
        return List.of("tenant_tenant", "governance_person", "knowledge_model", "usage_plan")
                .contains(table);
    }

    private Map<String, Object> there(String table) throws SQLException {
        return switch (table) {
            case "tenant_tenant" -> Map.of("id", tenant);
            case "governance_person" -> Map.of("id", person);
            default -> {
                try (PreparedStatement statement = connection.prepareStatement("select * from " + table + " limit 1")) {
                    yield only(statement);
                }
            }
        };
    }

    private static Map<String, Object> only(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            Map<String, Object> row = new HashMap<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.put(rows.getMetaData().getColumnName(i), rows.getObject(i));
            }
            return row;
        }
    }

    private static String cast(SchemaTable table, String column) {
        return table.columns().stream()
                .filter(c -> c.name().equals(column))
                .filter(c -> c.type().startsWith("_")
                        || List.of("jsonb", "vector", "sparsevec", "halfvec", "tsvector")
                                .contains(c.type()))
                .map(c -> "::" + (c.type().startsWith("_") ? c.type().substring(1) + "[]" : c.type()))
                .findFirst()
                .orElse("");
    }

    private static Object value(SchemaTable.Column column) {
        if (column.allowed() != null) {
            return column.allowed();
        }
        return switch (column.type()) {
            case "uuid" -> Ids.next();
            case "text", "varchar" -> "sample-" + Ids.next();
            case "int2", "int4" -> 1;
            case "int8" -> 1L;
            case "numeric", "float4", "float8" -> 1.0;
            case "bool" -> false;
            case "timestamptz" -> OffsetDateTime.now(ZoneOffset.UTC);
            case "date" -> LocalDate.EPOCH;
            case "time" -> LocalTime.NOON;
            case "bytea" -> new byte[] {1};
            case "jsonb" -> "{}";
            case "vector", "halfvec" ->
                Stream.generate(() -> "1").limit(Math.max(column.size(), 1)).collect(Collectors.joining(",", "[", "]"));
            case "sparsevec" -> "{1:1}/" + Math.max(column.size(), 1);
            case "tsvector" -> "sample";
            default -> {
                if (column.type().startsWith("_")) {
                    yield "{}";
                }
                throw new IllegalArgumentException("no sample for " + column + ": add its type here");
            }
        };
    }
}
