package io.sylion.conversation.job;

import io.sylion.conversation.domain.FoundWork;
import io.sylion.conversation.service.ConversationSweep;
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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sweeps conversations every few seconds. Each node sweeps for itself and a restart loses nothing: what it looks for stands in the
 * database. The first sweep after a start takes all that is due: whoever was to do it is gone.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConversationTimer {
    private static final Logger LOG = Logger.getLogger(ConversationTimer.class.getName());

    @Inject
    ConversationSweep sweep;

    /** So long work may wait in its queue on a busy day. */
    private static final Duration LATE = Duration.ofSeconds(20);

    private final ReentrantLock sweeping = new ReentrantLock();
    private Duration late = Duration.ZERO;

    @PostConstruct
    @Schedule(hour = "3", minute = "7", persistent = false)
    void makePartitions() {
        sweep.makePartitions();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        if (!sweeping.tryLock()) {
            return;
        }
        try {
            each("late reply", sweep.lateReplies(late), sweep::askReply);
            each("late send", sweep.lateSends(late), sweep::askSend);
            late = LATE;
            each("lost send", sweep.lostSends(), sweep::giveUpSend);
            each("late media", sweep.lateMedia(), sweep::askMedia);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "sweep ended early: {0}", e.getMessage());
        } finally {
            sweeping.unlock();
        }
    }

    private static void each(String what, List<FoundWork> found, Consumer<UUID> work) {
        if (!found.isEmpty()) {
            LOG.info(() -> "sweep found " + what + ": " + found.size());
        }
        for (FoundWork row : found) {
            try {
                TenantScope.run(TenantScope.system(row.tenantId()), () -> work.accept(row.id()));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "sweep of {0} {1} failed: {2}", new Object[] {what, row.id(), e.getMessage()});
            }
        }
    }
}
