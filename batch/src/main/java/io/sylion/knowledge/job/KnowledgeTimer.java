package io.sylion.knowledge.job;

import io.sylion.knowledge.api.DocumentQueued;
import io.sylion.knowledge.service.BaseRemovalSteps.DeletedBase;
import io.sylion.knowledge.service.BaseRemover;
import io.sylion.knowledge.service.KnowledgeSweep;
import io.sylion.knowledge.service.KnowledgeSweep.OwnedObject;
import io.sylion.knowledge.service.ObjectRemover;
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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks again for what is owed to documents: indexes, vectors of another model, pages read anew; takes away what was deleted. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KnowledgeTimer {
    private static final Logger LOG = Logger.getLogger(KnowledgeTimer.class.getName());

    @Inject
    KnowledgeSweep sweep;

    @Inject
    ObjectRemover objects;

    @Inject
    BaseRemover bases;

    @Inject
    VectorRenewer renewer;

    @Inject
    JobLauncher jobs;

    private final AtomicBoolean started = new AtomicBoolean();

    private final ReentrantLock sweeping = new ReentrantLock();

    @PostConstruct
    void indexModel() {
        renewer.prepare();
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void sweep() {
        if (!sweeping.tryLock()) {
            return;
        }
        try {
            // what was at work when the server ended goes on at once; a repeat of another node's work is harmless
            ask("late document", started.getAndSet(true) ? sweep.late() : sweep.interrupted(), sweep::ask);
            ask("page to read again", sweep.pagesDue(), sweep::visit);
            each(
                    "deleted base",
                    bases.due(),
                    DeletedBase::tenantId,
                    DeletedBase::baseId,
                    base -> bases.remove(base.baseId()));
            each(
                    "object to remove",
                    sweep.removalsDue(),
                    OwnedObject::tenantId,
                    OwnedObject::removalId,
                    object -> objects.remove(object.removalId()));
            if (renewer.isDue()) {
                jobs.start("knowledge-renew-vectors", Map.of());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "sweep ended early: {0}", e.getMessage());
        } finally {
            sweeping.unlock();
        }
    }

    private static void ask(String what, List<DocumentQueued> found, Consumer<DocumentQueued> work) {
        if (!found.isEmpty()) {
            LOG.info(() -> "sweep found " + what + ": " + found.size());
        }
        each(what, found, DocumentQueued::tenantId, DocumentQueued::documentId, work);
    }

    /** Each within its tenant; one that fails does not hold up the others. */
    private static <T> void each(
            String what, List<T> found, Function<T, UUID> tenant, Function<T, UUID> id, Consumer<T> work) {
        for (T row : found) {
            try {
                TenantScope.run(TenantScope.system(tenant.apply(row)), () -> work.accept(row));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "sweep of {0} {1} failed: {2}", new Object[] {what, id.apply(row), e.getMessage()
                });
            }
        }
    }
}
