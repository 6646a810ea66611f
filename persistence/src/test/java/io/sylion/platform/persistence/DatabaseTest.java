package io.sylion.platform.persistence;

import io.sylion.tenant.domain.TenantScope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.spi.NamingManager;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Base of tests of SQL: the persistence unit of the product on the real PostgreSQL that {@code ./sylion} provides, the schema
 * made by its migrations, both walls up, the application's role. Without the environment of {@code ./sylion env} such tests do
 * not run; {@code ./sylion test} always has it.
 */
public abstract class DatabaseTest {
    private static EntityManagerFactory unit;

    @BeforeAll
    static void openUnit() throws NamingException {
        Assumptions.assumeTrue(System.getenv("SYLION_DB_URL") != null, "no database: eval \"$(./sylion env)\"");
        open();
    }

    private static synchronized void open() throws NamingException {
        if (unit == null) {
            NamingManager.setInitialContextFactoryBuilder(environment -> otherEnvironment -> new DataSources());
            unit = Persistence.createEntityManagerFactory(
                    "sylion",
                    Map.of(
                            "jakarta.persistence.transactionType",
                            "RESOURCE_LOCAL",
                            "hibernate.type.json_format_mapper",
                            new TextAsItIs()));
        }
    }

    /** A new tenant of its own for a test. */
    protected static TenantScope newTenant() throws SQLException {
        return newTenant("Europe/Paris");
    }

    protected static TenantScope newTenant(String timeZone) throws SQLException {
        UUID id = Ids.next();
        try (Connection connection = connect("OPERATOR");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into tenant_tenant (id, slug, name, time_zone, created_at) values (?, ?, ?, ?, now())")) {
            insert.setObject(1, id);
            insert.setString(2, "test-" + id);
            insert.setString(3, "Test");
            insert.setString(4, timeZone);
            insert.executeUpdate();
        }
        return TenantScope.system(id);
    }

    /** An open conversation with a new customer on a new channel of the tenant. */
    protected static UUID newConversation(TenantScope tenant) {
        return inTransaction(tenant, (EntityManager entities) -> {
            UUID channel = Ids.next();
            UUID contact = Ids.next();
            UUID conversation = Ids.next();
            entities.createNativeQuery("""
                            insert into channel_channel (id, tenant_id, created_at, provider, name, display_number, provider_number_id,
                                base_url, webhook_key, access_token)
                            values (:id, sylion_tenant(), now(), 'CLOUD_API', 'WhatsApp', '+33 1', cast(:id as text), 'http://127.0.0.1:9',
                                cast(:id as text), '\\x00')""").setParameter("id", channel).executeUpdate();
            entities.createNativeQuery(
                            "insert into contact_contact (id, tenant_id, created_at, name) values (:id, sylion_tenant(), now(), 'Camille')")
                    .setParameter("id", contact)
                    .executeUpdate();
            entities.createNativeQuery("""
                            insert into conversation_conversation (id, tenant_id, created_at, channel_id, contact_id, status, handler,
                                last_activity_at)
                            values (:id, sylion_tenant(), now(), :channel, :contact, 'OPEN', 'AI', now())""")
                    .setParameter("id", conversation)
                    .setParameter("channel", channel)
                    .setParameter("contact", contact)
                    .executeUpdate();
            return conversation;
        });
    }

    /** Runs the work in one transaction of the tenant and commits it. */
    protected static <T> T inTransaction(TenantScope scope, Function<EntityManager, T> work) {
        try {
            return TenantScope.call(scope, () -> inTransaction(work));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager entities = unit.createEntityManager()) {
            entities.getTransaction().begin();
            try {
                T result = work.apply(entities);
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    protected static EntityManagerFactory unit() {
        return unit;
    }

    /** A connection of one of the database's roles: OWNER, APP or OPERATOR. */
    protected static Connection connect(String role) throws SQLException {
        return new RoleDataSource(role).getConnection();
    }

    protected static Instant noon(String date) {
        return Instant.parse(date + "T12:00:00Z");
    }

    /** Answers the names that the server would. */
    private static final class DataSources extends InitialContext {
        private DataSources() throws NamingException {
            super(true);
        }

        @Override
        public Object lookup(String name) throws NamingException {
            return switch (name) {
                case "java:/jdbc/Sylion" -> new TransactionalDataSource();
                case "java:/jdbc/SylionOwner" -> new RoleDataSource("OWNER");
                case "java:/jdbc/SylionOperator" -> new RoleDataSource("OPERATOR");
                default -> throw new NamingException("not in tests: " + name);
            };
        }
    }

    static class RoleDataSource extends PGSimpleDataSource {
        RoleDataSource(String role) {
            setUrl(System.getenv("SYLION_DB_URL"));
            setUser("sylion_" + role.toLowerCase(Locale.ROOT));
            setPassword(System.getenv("SYLION_DB_" + role + "_PASSWORD"));
        }
    }

    /** In a transaction from the first statement, as connections of the server's data source are. */
    private static final class TransactionalDataSource extends RoleDataSource {
        private TransactionalDataSource() {
            super("APP");
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connection.setAutoCommit(false);
            return connection;
        }
    }

    /** JSON columns are texts in entities; the server's own mapper does the same. */
    static final class TextAsItIs implements FormatMapper {
        @Override
        public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
            return type.fromString(text);
        }

        @Override
        public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
            return type.toString(value);
        }
    }
}
