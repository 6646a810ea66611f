package io.sylion.platform.persistence;

import io.sylion.tenant.domain.TenantScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;

/**
 * Plain SQL of the bound tenant, for the few steps that every message takes: statements that need not wait for each other's
 * answers go to the database together, in one round trip, and there is neither a session nor a container's transaction around
 * them. Both walls stand: the statements name their tenant, and the transaction tells PostgreSQL whose rows it may see.
 *
 * <p>Its connections keep the plans of their statements, which look rows up by keys, so that one plan serves all values. Left
 * alone, PostgreSQL plans those on partitioned tables anew each time, because only a plan for known values leaves partitions out
 * beforehand; a kept plan does so when it runs. They are not checked when they are taken: after a restart of the database the
 * first work on each fails and has to be done again.
 */
@ApplicationScoped
public class TenantDatabase {
    private static final Sql BIND = Sql.of("select set_config('sylion.tenant', :bound, true)");

    /** Who is told how long a transaction took. */
    @FunctionalInterface
    public interface Watch {
        void took(long nanos, boolean committed);
    }

    /** Work in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Pipeline pipeline) throws SQLException;
    }

    private static volatile Watch watch = (nanos, committed) -> {};

    @Resource(lookup = "java:/jdbc/SylionDirect")
    DataSource dataSource;

    private final ConcurrentMap<List<Sql>, String> texts = new ConcurrentHashMap<>();

    public static void tell(Watch whom) {
        watch = whom;
    }

    /**
     * Runs the work and commits it, unless it throws or {@linkplain Pipeline#abandon gives it up}.
     *
     * @throws TenantDatabaseFailure when the database does not answer or refuses
     */
    public <T> T transact(Work<T> work) {
        UUID tenant = TenantScope.current().tenantId();
        long began = System.nanoTime();
        boolean committed = false;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try (Pipeline pipeline = new Pipeline(connection, tenant, this::text)) {
                T result = work.run(pipeline);
                done = !pipeline.isAbandoned();
                return result;
            } finally {
                if (done) {
                    connection.commit();
                    committed = true;
                } else {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new TenantDatabaseFailure(e);
        } finally {
            watch.took(System.nanoTime() - began, committed);
        }
    }

    static BoundSql bind(UUID tenant) {
        return BIND.with("bound", tenant.toString());
    }

    private String text(List<Sql> statements) {
        return texts.computeIfAbsent(
                statements,
                all -> String.join(";\n", all.stream().map(Sql::text).toList()));
    }
}
