package io.sylion.platform.persistence;

import io.sylion.tenant.domain.TenantScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A second schema beside the tests' own, made by the same migrations and filled by {@code plans.sql}. */
final class PlanSchema {
    /** Extensions stand in the public schema. */
    static final String SEARCH_PATH = "plans, public";

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private PlanSchema() {}

    static void make() throws SQLException {
        drop();
        DatabaseTest.RoleDataSource owner = new DatabaseTest.RoleDataSource("OWNER");
        Flyway.configure()
                .dataSource(owner)
                .schemas("plans")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        execute("grant usage on schema plans to sylion_app, sylion_operator");
        execute(script());
    }

    static void drop() throws SQLException {
        execute("drop schema if exists plans cascade");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DatabaseTest.connect("OWNER");
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + SEARCH_PATH);
            statement.execute("set time zone 'UTC'");
            statement.execute("set client_min_messages = warning");
            statement.execute(sql);
        }
    }

    private static String script() {
        try (InputStream script = PlanSchema.class.getResourceAsStream("plans.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TenantScope tenant(int place) {
        return TenantScope.system(id("tenant", place));
    }

    /** The id that the script gave to what was made at the beginning of the year. */
    static UUID id(String kind, long number) {
        try (Connection connection = DatabaseTest.connect("OWNER");
                PreparedStatement query = connection.prepareStatement("select plans.plan_id(?, ?, ?)")) {
            query.setObject(1, NEW_YEAR.atOffset(ZoneOffset.UTC));
            query.setString(2, kind);
            query.setLong(3, number);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
