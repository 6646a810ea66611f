package io.sylion.platform.measure;

import io.micrometer.core.instrument.Timer;
import io.sylion.platform.persistence.TenantConnectionProvider;
import io.sylion.platform.persistence.TenantDatabase;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.TimeUnit;

/**
 * How long transactions hold the database, from asking for a connection until after the commit. One callback for each transaction,
 * no statement.
 */
@ApplicationScoped
public class TransactionTimes {
    @Resource(lookup = "java:jboss/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Meters meters;

    private Timer committed;
    private Timer rolledBack;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        committed = timer("committed");
        rolledBack = timer("rolled-back");
        TenantConnectionProvider.tell(this::connecting);
        TenantDatabase.tell((nanos, done) -> (done ? committed : rolledBack).record(nanos, TimeUnit.NANOSECONDS));
    }

    private Timer timer(String outcome) {
        return meters.timer(
                "sylion.platform.transaction",
                "transactions, from asking for a connection until after the commit",
                "outcome",
                outcome);
    }

    /** Only a transaction's first connection counts. */
    private void connecting() {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE
                && transactions.getResource(TransactionTimes.class) == null) {
            Watch watch = new Watch(System.nanoTime());
            transactions.putResource(TransactionTimes.class, watch);
            transactions.registerInterposedSynchronization(watch);
        }
    }

    private final class Watch implements Synchronization {
        private final long began;

        private Watch(long began) {
            this.began = began;
        }

        @Override
        public void beforeCompletion() {
            // it is the end that counts
        }

        @Override
        public void afterCompletion(int status) {
            (status == Status.STATUS_COMMITTED ? committed : rolledBack)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }
}
