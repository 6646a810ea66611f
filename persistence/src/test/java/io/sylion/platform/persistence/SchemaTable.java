package io.sylion.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of the schema as the catalogue of PostgreSQL describes it.
 *
 * @param tenantColumn the column that says whose a row is; null when rows belong to nobody
 */
record SchemaTable(
        String name, String tenantColumn, List<Column> columns, List<String> primaryKey, List<Reference> references) {
    private static final Pattern FIRST_LITERAL = Pattern.compile("'([^']+)'::");

    /**
     * A column that a new row must fill.
     *
     * @param size the dimension of a vector, 0 for other types
     * @param allowed a value that the check of the column accepts, null when there is no list of values
     */
    record Column(String name, String type, int size, String allowed) {}

    /** A foreign key. */
    record Reference(List<String> columns, String target, List<String> targetColumns) {}

    /** All tables that hold rows of the product, partitions left out: whoever reads them reads their parent. */
    static List<SchemaTable> all(Connection connection) throws SQLException {
        List<SchemaTable> tables = new ArrayList<>();
        for (String name : strings(connection, """
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f')
                and not relispartition and relname <> 'flyway_schema_history' order by relname""")) {
            tables.add(read(connection, name));
        }
        return tables;
    }

    private static SchemaTable read(Connection connection, String name) throws SQLException {
        return new SchemaTable(
                name,
                tenantColumn(connection, name),
                columns(connection, name),
                strings(connection, """
                        select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                        where i.indisprimary and i.indrelid = ?::regclass order by array_position(i.indkey::int2[], a.attnum)""", name),
                references(connection, name));
    }

    private static String tenantColumn(Connection connection, String name) throws SQLException {
        if (name.equals("tenant_tenant")) {
            return "id";
        }
        return strings(connection, """
                        select attname from pg_attribute where attrelid = ?::regclass and attname = 'tenant_id' and not attisdropped""", name).stream().findFirst().orElse(null);
    }

    /** The tenant is filled in even where it may be missing. */
    private static List<Column> columns(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select a.attname, t.typname, greatest(a.atttypmod, 0),
                    (select pg_get_constraintdef(c.oid) from pg_constraint c
                     where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum] limit 1)
                from pg_attribute a join pg_type t on t.oid = a.atttypid
                where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
                and (a.attname = 'tenant_id' or a.attnotnull and not a.atthasdef) order by a.attnum""")) {
            statement.setString(1, name);
            List<Column> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getInt(3),
                            Optional.ofNullable(rows.getString(4))
                                    .map(FIRST_LITERAL::matcher)
                                    .filter(Matcher::find)
                                    .map(literal -> literal.group(1))
                                    .orElse(null)));
                }
            }
            return columns;
        }
    }

    private static List<Reference> references(Connection connection, String name) throws SQLException {
        String names = "(select array_agg(a.attname order by k.n) from unnest(%s) with ordinality k(num, n) "
                + "join pg_attribute a on a.attrelid = %s and a.attnum = k.num)";
        try (PreparedStatement statement = connection.prepareStatement(
                "select c.confrelid::regclass::text, " + names.formatted("c.conkey", "c.conrelid")
                        + ", " + names.formatted("c.confkey", "c.confrelid")
                        + " from pg_constraint c where c.contype = 'f' and c.conparentid = 0 and c.conrelid = ?::regclass")) {
            statement.setString(1, name);
            List<Reference> references = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    references.add(new Reference(texts(rows, 2), rows.getString(1), texts(rows, 3)));
                }
            }
            return references;
        }
    }

    private static List<String> texts(ResultSet rows, int column) throws SQLException {
        return Arrays.asList((String[]) rows.getArray(column).getArray());
    }

    static List<String> strings(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
