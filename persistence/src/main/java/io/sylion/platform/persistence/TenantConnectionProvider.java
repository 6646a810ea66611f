package io.sylion.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.hibernate.service.UnknownUnwrapTypeException;

/**
 * Second wall: tells PostgreSQL the tenant of the transaction, on which the row policies decide, native queries included.
 * The setting is local to the transaction, so that a pooled connection never carries a tenant to its next user.
 */
public class TenantConnectionProvider implements MultiTenantConnectionProvider<UUID> {
    private static final String BIND = "select set_config('sylion.tenant', ?, true)";

    private static volatile Runnable connecting = () -> {};

    private final transient DataSource dataSource = lookUp();

    /** Who is told on the work's thread before it asks for a connection. */
    public static void tell(Runnable whom) {
        connecting = whom;
    }

    private static DataSource lookUp() {
        try {
            return (DataSource) new InitialContext().lookup("java:/jdbc/Sylion");
        } catch (NamingException e) {
            throw new IllegalStateException("the data source java:/jdbc/Sylion is not configured", e);
        }
    }

    @Override
    public Connection getAnyConnection() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public Connection getConnection(UUID tenant) throws SQLException {
        connecting.run();
        Connection connection = dataSource.getConnection();
        try (PreparedStatement bind = connection.prepareStatement(BIND)) {
            bind.setString(1, tenant.toString());
            bind.execute();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void releaseConnection(UUID tenant, Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (!isUnwrappableAs(type)) {
            throw new UnknownUnwrapTypeException(type);
        }
        return type.cast(this);
    }
}
