package io.sylion.platform.persistence;

import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Brings the schema up to date before the persistence unit starts, as the role that owns it. */
public class SchemaMigration implements Integrator {
    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        try {
            DataSource owner = (DataSource) new InitialContext().lookup("java:/jdbc/SylionOwner");
            int applied = Flyway.configure(SchemaMigration.class.getClassLoader())
                    .dataSource(owner)
                    .locations("classpath:db/migration")
                    // versions are times: what was written earlier on another branch may arrive later
                    .outOfOrder(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
            LOG.info(() -> "schema is up to date, migrations applied: " + applied);
        } catch (NamingException e) {
            throw new IllegalStateException("the data source java:/jdbc/SylionOwner is not configured", e);
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
        // the schema outlives the unit
    }
}
