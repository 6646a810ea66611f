package io.sylion.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The second wall, table by table: whatever SQL the application writes, it reads and changes rows of the bound tenant only, and
 * without a tenant none. The tables come from the catalogue, so that a new one is tried by itself; one that belongs to nobody
 * must be named here.
 */
class TableLeakIT extends DatabaseTest {
    /** Tables without a tenant, and what the application may do there. */
    private static final Map<String, String> WITHOUT_TENANT = Map.of(
            "governance_person",
                    "SELECT", // of those who work for the bound tenant, without their passwords: see the test below
            "governance_sign_in", "",
            "knowledge_model", "SELECT",
            "platform_delivery_failure", "",
            "usage_plan", "SELECT",
            "usage_plan_limit", "SELECT");

    /** All that the operator's role may do, for work that has no tenant yet. */
    private static final Map<String, String> OPERATOR = Map.ofEntries(
            Map.entry("channel_channel", "SELECT"),
            Map.entry("conversation_conversation", "SELECT"),
            Map.entry("conversation_media", "SELECT"),
            Map.entry("conversation_message", "SELECT"),
            Map.entry("governance_api_key", "SELECT"),
            Map.entry("governance_audit_entry", "INSERT,SELECT"),
            Map.entry("governance_member", "SELECT"),
            Map.entry("governance_person", "INSERT,SELECT,UPDATE"),
            Map.entry("governance_sign_in", "DELETE,INSERT,SELECT,UPDATE"),
            Map.entry("knowledge_base", "SELECT"),
            Map.entry("knowledge_document", "SELECT"),
            Map.entry("knowledge_model", "INSERT,SELECT,UPDATE"),
            Map.entry("knowledge_removal", "SELECT"),
            Map.entry("platform_delivery_failure", "DELETE,INSERT,SELECT,UPDATE"),
            Map.entry("tenant_tenant", "INSERT,SELECT,UPDATE"),
            Map.entry("usage_plan", "SELECT"),
            Map.entry("usage_plan_limit", "SELECT"));

    private static final String DENIED = "42501";

    private static Connection connection;
    private static List<SchemaTable> tables;
    private static SampleRows mine;
    private static SampleRows theirs;

    @BeforeAll
    static void makeRows() throws SQLException {
        mine = sampleRows();
        theirs = sampleRows();
        for (SampleRows rows : List.of(theirs, mine)) {
            bind(rows.tenant());
            for (SchemaTable table : walled()) {
                rows.row(table.name());
            }
        }
    }

    /** Everything happens in one transaction, which is never committed. */
    private static SampleRows sampleRows() throws SQLException {
        if (connection == null) {
            connection = connect("APP");
            connection.setAutoCommit(false);
            tables = SchemaTable.all(connection);
        }
        UUID person = Ids.next();
        try (Connection operator = connect("OPERATOR");
                PreparedStatement insert = operator.prepareStatement(
                        "insert into governance_person (id, created_at, email, name, password_hash) values (?, now(), ?, 'Sample', '-')")) {
            insert.setObject(1, person);
            insert.setString(2, person + "@example.org");
            insert.executeUpdate();
        }
        return new SampleRows(connection, tables, newTenant().tenantId(), person);
    }

    @AfterAll
    static void forgetRows() throws SQLException {
        if (connection != null) {
            connection.rollback();
            connection.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyTableIsBehindTheWall() {
        return walled().stream()
                .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
                    bind(mine.tenant());
                    assertThat(count("select * from " + table.name()))
                            .as("rows of mine")
                            .isPositive();
                    assertThat(count("select * from " + table.name() + " where " + table.tenantColumn() + " <> '"
                                    + mine.tenant() + "'"))
                            .as("rows of others that are seen")
                            .isZero();
                    assertThat(count("select * from " + table.name() + " where " + key(table, theirs)))
                            .as("their row by its key")
                            .isZero();
                    assertThat(change(
                                    "update " + table.name() + " set " + same(table) + " where " + key(table, theirs)))
                            .as("their row updated")
                            .isNotPositive();
                    assertThat(change("delete from " + table.name() + " where " + key(table, theirs)))
                            .as("their row deleted")
                            .isNotPositive();
                    assertThat(change("update " + table.name() + " set " + table.tenantColumn() + " = '"
                                    + theirs.tenant() + "' where " + key(table, mine)))
                            .as("my row given to them")
                            .isNegative();
                    Map<String, Object> values = new HashMap<>(mine.values(table));
                    values.put(
                            table.tenantColumn(), table.name().equals("tenant_tenant") ? Ids.next() : theirs.tenant());
                    assertThat(insert(table, values))
                            .as("a row of theirs inserted")
                            .isEqualTo(DENIED);
                }));
    }

    @TestFactory
    Stream<DynamicTest> withoutATenantThereIsNothing() {
        return walled().stream()
                .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
                    Map<String, Object> values = new HashMap<>(mine.values(table));
                    bind(null);
                    assertThat(count("select * from " + table.name())).isZero();
                    assertThat(change("update " + table.name() + " set " + same(table)))
                            .isNotPositive();
                    assertThat(change("delete from " + table.name())).isNotPositive();
                    assertThat(insert(table, values)).isEqualTo(DENIED);
                }));
    }

    /** Foreign keys are checked without row policies: one that lacks the tenant would accept another tenant's row. */
    @TestFactory
    Stream<DynamicTest> referencesStayWithinTheTenant() {
        Map<String, SchemaTable> walled =
                walled().stream().collect(Collectors.toMap(SchemaTable::name, table -> table));
        return walled.values().stream()
                .flatMap(table -> table.references().stream()
                        .filter(reference -> walled.containsKey(reference.target()))
                        .filter(reference -> !reference.target().equals("tenant_tenant"))
                        .map(reference -> DynamicTest.dynamicTest(
                                table.name() + reference.columns(),
                                () -> assertThat(reference.columns()).contains("tenant_id"))));
    }

    @Test
    void aTableWithoutTenantIsNamedHere() throws SQLException {
        Map<String, String> found = new TreeMap<>();
        for (SchemaTable table : tables) {
            if (table.tenantColumn() == null) {
                found.put(table.name(), privileges("sylion_app", table.name()));
            }
        }
        assertThat(found).isEqualTo(WITHOUT_TENANT);
    }

    @Test
    void theApplicationSeesColleaguesOfItsTenantAndNobodysPassword() throws SQLException {
        bind(mine.tenant());
        assertThat(SchemaTable.strings(connection, "select id::text from governance_person"))
                .containsExactly(mine.row("governance_person").get("id").toString());
        assertThat(change("update governance_person set name = name")).isNegative();
        assertThat(change("select password_hash from governance_person")).isNegative();
    }

    @Test
    void theOperatorReachesNoMoreThanIsNamedHere() throws SQLException {
        Map<String, String> found = new TreeMap<>();
        for (String table : everyRelation()) {
            String privileges = privileges("sylion_operator", table);
            if (!privileges.isEmpty()) {
                found.put(table, privileges);
            }
        }
        assertThat(found).isEqualTo(OPERATOR);
    }

    /** A partition has no policy of its own: nobody but its owner may go around the parent. */
    @Test
    void partitionsAndTheHistoryOfTheSchemaAreClosed() throws SQLException {
        Set<String> known = tables.stream().map(SchemaTable::name).collect(Collectors.toSet());
        for (String table : everyRelation()) {
            if (!known.contains(table)) {
                assertThat(privileges("sylion_app", table)).as(table).isEmpty();
            }
        }
    }

    @Test
    void theRolesCannotClimbOverTheWall() throws SQLException {
        assertThat(SchemaTable.strings(connection, """
                        select rolname || ' super=' || rolsuper || ' bypass=' || rolbypassrls || ' createrole=' || rolcreaterole
                        from pg_roles where rolname in ('sylion_app', 'sylion_operator') order by rolname"""))
                .containsExactly(
                        "sylion_app super=false bypass=false createrole=false",
                        "sylion_operator super=false bypass=false createrole=false");
        assertThat(SchemaTable.strings(connection, """
                        select m.rolname || ' in ' || g.rolname from pg_auth_members a join pg_roles m on m.oid = a.member
                        join pg_roles g on g.oid = a.roleid where m.rolname like 'sylion%'""")).as("memberships").isEmpty();
        assertThat(SchemaTable.strings(connection, """
                        select relname from pg_class join pg_roles on pg_roles.oid = relowner
                        where rolname in ('sylion_app', 'sylion_operator')""")).as("what they own").isEmpty();
    }

    /** A view and such a function work with their owner's rights, whom no policy stops. */
    @Test
    void nothingLendsItsOwnersRights() throws SQLException {
        assertThat(SchemaTable.strings(connection, """
                        select relname from pg_class where relnamespace = 'public'::regnamespace
                        and (relkind = 'm' or relkind = 'v' and not coalesce(reloptions, '{}') @> '{security_invoker=true}')""")).isEmpty();
        assertThat(SchemaTable.strings(connection, """
                        select p.proname from pg_proc p join pg_roles o on o.oid = p.proowner
                        where p.prosecdef and o.rolname = 'sylion_owner'"""))
                .containsExactlyInAnyOrder("conversation_make_partitions", "knowledge_index_model");
        assertThat(SchemaTable.strings(connection, """
                        select p.proname from pg_proc p join pg_roles o on o.oid = p.proowner
                        where p.prosecdef and o.rolname = 'sylion_owner'
                        and has_function_privilege('sylion_app', p.oid, 'execute')"""))
                .as("functions with the owner's rights that the application may call")
                .isEmpty();
    }

    private static List<SchemaTable> walled() {
        return tables.stream().filter(table -> table.tenantColumn() != null).toList();
    }

    private static List<String> everyRelation() throws SQLException {
        return SchemaTable.strings(
                connection,
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')");
    }

    private static String privileges(String role, String table) throws SQLException {
        return String.join(",", SchemaTable.strings(connection, """
                        select p from (select ? as role, ? as relation) asked, unnest(array['DELETE', 'INSERT', 'SELECT', 'TRUNCATE', 'UPDATE']) p
                        where has_table_privilege(role, relation, p)
                        or p in ('INSERT', 'SELECT', 'UPDATE') and has_any_column_privilege(role, relation, p) order by p""", role, table));
    }

    private static void bind(UUID tenant) throws SQLException {
        SchemaTable.strings(
                connection, "select set_config('sylion.tenant', ?, true)", tenant == null ? "" : tenant.toString());
    }

    private static int count(String sql) throws SQLException {
        return Integer.parseInt(SchemaTable.strings(connection, "select count(*) from (" + sql + ") rows")
                .getFirst());
    }

    /** Rows that a change touched; -1 when it was denied. */
    private static int change(String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
            return statement.getUpdateCount();
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(DENIED);
            return -1;
        } finally {
            connection.rollback(before);
        }
    }

    /** The state with which an insert failed. */
    private static String insert(SchemaTable table, Map<String, Object> values) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            mine.insert(table, values);
            return fail("the row was inserted");
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            connection.rollback(before);
        }
    }

    private static String same(SchemaTable table) {
        return table.tenantColumn() + " = " + table.tenantColumn();
    }

    private static String key(SchemaTable table, SampleRows whose) throws SQLException {
        Map<String, Object> row = whose.row(table.name());
        return table.primaryKey().stream()
                .map(column -> column + " = '" + row.get(column) + "'")
                .collect(Collectors.joining(" and "));
    }
}
