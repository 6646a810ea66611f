package io.sylion.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.tenant.domain.TenantScope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Persistence;
import jakarta.persistence.Table;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.PropertyValueException;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The first wall, entity by entity, with the second one taken down: Hibernate works as the owner of the tables here, whom no row
 * policy stops. All entities of the persistence unit are tried, new ones by themselves.
 */
class EntityLeakIT extends DatabaseTest {
    private static Connection connection;
    private static EntityManagerFactory unit;
    private static SampleRows mine;
    private static SampleRows theirs;

    @BeforeAll
    static void takeTheSecondWallDown() throws SQLException {
        connection = connect("OWNER");
        connection.setAutoCommit(false);
        unit = Persistence.createEntityManagerFactory(
                "sylion",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "hibernate.type.json_format_mapper",
                        new TextAsItIs(),
                        "hibernate.check_nullability",
                        false,
                        "hibernate.multi_tenant_connection_provider",
                        new OneConnection()));
        List<SchemaTable> tables = SchemaTable.all(connection);
        mine = new SampleRows(connection, tables, newTenant().tenantId(), Ids.next());
        theirs = new SampleRows(connection, tables, newTenant().tenantId(), Ids.next());
        for (SampleRows rows : List.of(mine, theirs)) {
            addPerson((UUID) rows.row("governance_person").get("id"));
        }
        for (Class<?> entity : entities()) {
            mine.row(table(entity));
            theirs.row(table(entity));
        }
    }

    @AfterAll
    static void forget() throws SQLException {
        if (unit != null) {
            unit.close();
        }
        if (connection != null) {
            connection.rollback();
            connection.close();
        }
    }

    @Test
    void everyEntityBelongsToATenant() {
        assertThat(entities())
                .isNotEmpty()
                .allSatisfy(entity -> assertThat(entity).isAssignableTo(TenantOwned.class));
    }

    @TestFactory
    Stream<DynamicTest> everyEntityIsBehindTheWall() {
        return entities().stream().map(entity -> DynamicTest.dynamicTest(entity.getSimpleName(), () -> tryAll(entity)));
    }

    private static void tryAll(Class<?> entity) throws Exception {
        String name = entity.getSimpleName();
        UUID my = (UUID) mine.row(table(entity)).get("id");
        UUID their = (UUID) theirs.row(table(entity)).get("id");

        Object found = as(mine, e -> e.find(entity, my));
        assertThat(found).as("mine").isNotNull();
        Object theirRow = as(mine, e -> e.find(entity, their));
        assertThat(theirRow).as("theirs, found").isNull();
        Object locked = as(mine, e -> e.find(entity, their, LockModeType.PESSIMISTIC_WRITE));
        assertThat(locked).as("theirs, locked").isNull();
        List<TenantOwned> all = as(
                mine,
                e -> e.createQuery("select e from " + name + " e", TenantOwned.class)
                        .getResultList());
        assertThat(all)
                .as("what a query without condition sees")
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.tenantId()).isEqualTo(mine.tenant()));
        int updated = as(
                mine,
                e -> e.createQuery("update " + name + " e set e.createdAt = e.createdAt where e.id = :id")
                        .setParameter("id", their)
                        .executeUpdate());
        assertThat(updated).as("theirs, updated by query").isZero();
        int deleted = as(
                mine,
                e -> e.createQuery("delete from " + name + " e where e.id = :id")
                        .setParameter("id", their)
                        .executeUpdate());
        assertThat(deleted).as("theirs, deleted by query").isZero();
        assertThatThrownBy(() -> as(mine, e -> {
                    e.persist(ofTenant(entity, theirs.tenant()));
                    e.flush();
                    return null;
                }))
                .as("a new one of theirs")
                .isInstanceOfAny(PropertyValueException.class, jakarta.persistence.PersistenceException.class)
                .hasMessageContaining("tenant");

        // without a tenant
        try (EntityManager nobody = unit.createEntityManager()) {
            assertThat((Object) nobody.find(entity, my)).isNull();
            List<TenantOwned> seen = nobody.createQuery("select e from " + name + " e", TenantOwned.class)
                    .getResultList();
            assertThat(seen).isEmpty();
        }
    }

    private static <T> T as(SampleRows who, Function<EntityManager, T> work) throws Exception {
        return TenantScope.call(TenantScope.system(who.tenant()), () -> {
            try (EntityManager entities = unit.createEntityManager()) {
                entities.getTransaction().begin();
                try {
                    return work.apply(entities);
                } finally {
                    entities.getTransaction().rollback();
                }
            }
        });
    }

    private static List<? extends Class<?>> entities() {
        return unit.getMetamodel().getEntities().stream()
                .map(type -> type.getJavaType())
                .toList();
    }

    private static String table(Class<?> entity) {
        return entity.getAnnotation(Table.class).name();
    }

    private static Object ofTenant(Class<?> entity, UUID tenant) {
        try {
            Constructor<?> constructor = entity.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object made = constructor.newInstance();
            set(made, "id", Ids.next());
            set(made, "tenantId", tenant);
            set(made, "createdAt", noon("2026-11-20"));
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Object entity, String name, Object value) throws ReflectiveOperationException {
        Field field = TenantOwned.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(entity, value);
    }

    private static void addPerson(UUID id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into governance_person (id, created_at, email, name, password_hash) values (?, now(), ?, 'Sample', '-')")) {
            insert.setObject(1, id);
            insert.setString(2, id + "@example.org");
            insert.executeUpdate();
        }
    }

    /** All sessions share the one transaction of the test, which nobody but the test ends. */
    private static final class OneConnection implements MultiTenantConnectionProvider<UUID> {
        private static final List<String> LEFT_TO_THE_TEST = List.of("commit", "rollback", "setAutoCommit", "close");

        @Override
        public Connection getAnyConnection() {
            InvocationHandler handler = (proxy, method, arguments) -> {
                if (LEFT_TO_THE_TEST.contains(method.getName())) {
                    return null;
                }
                try {
                    return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            };
            return (Connection)
                    Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, handler);
        }

        @Override
        public void releaseAnyConnection(Connection released) {
            // stays open
        }

        @Override
        public Connection getConnection(UUID tenant) {
            return getAnyConnection();
        }

        @Override
        public void releaseConnection(UUID tenant, Connection released) {
            // stays open
        }

        @Override
        public boolean supportsAggressiveRelease() {
            return false;
        }

        @Override
        public boolean isUnwrappableAs(Class<?> type) {
            return false;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
