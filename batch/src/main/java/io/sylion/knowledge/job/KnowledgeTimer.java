package io.sylion.knowledge.job;

import io.sylion.knowledge.api.DocumentQueued;
import io.sylion.knowledge.service.KnowledgeSweep;
import io.sylion.knowledge.service.KnowledgeSweep.OwnedObject;
import io.sylion.knowledge.service.ObjectRemover;
import io.sylion.knowledge.service.TargetModel;
import io.sylion.knowledge.service.VectorRenewer;
import io.sylion.platform.job.api.JobLauncher;
import io.sylion.tenant.domain.TenantScope;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks again for what is owed to documents: indexes, vectors of another model, pages read anew; has objects removed. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KnowledgeTimer {
    private static final Logger LOG = Logger.getLogger(KnowledgeTimer.class.getName());

    @Inject
    KnowledgeSweep sweep;

    @Inject
    ObjectRemover remover;

    @Inject
    VectorRenewer renewer;

    @Inject
    TargetModel target;

    @Inject
    JobLauncher jobs;

    private final AtomicBoolean started = new AtomicBoolean();

    private final ReentrantLock sweeping = new ReentrantLock();

    @PostConstruct
    void indexModel() {
        target.get();
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void sweep() {
        if (!sweeping.tryLock()) {
            return;
        }
        try {
            // what was at work when the server ended goes on at once; a repeat of another node's work is harmless
            each("late document", started.getAndSet(true) ? sweep.late() : sweep.interrupted(), sweep::ask);
            each("page to read again", sweep.pagesDue(), sweep::visit);
            removeObjects();
            if (renewer.isDue()) {
                jobs.start("knowledge-renew-vectors", Map.of());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "sweep ended early: {0}", e.getMessage());
        } finally {
            sweeping.unlock();
        }
    }

    private void removeObjects() {
        for (OwnedObject row : sweep.removalsDue()) {
            TenantScope.run(TenantScope.system(row.tenantId()), () -> remover.remove(row.removalId()));
        }
    }

    private static void each(String what, List<DocumentQueued> found, Consumer<DocumentQueued> work) {
        if (!found.isEmpty()) {
            LOG.info(() -> "sweep found " + what + ": " + found.size());
        }
        for (DocumentQueued row : found) {
            try {
                TenantScope.run(TenantScope.system(row.tenantId()), () -> work.accept(row));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "sweep of {0} {1} failed: {2}", new Object[] {
                    what, row.documentId(), e.getMessage()
                });
            }
        }
    }
}
