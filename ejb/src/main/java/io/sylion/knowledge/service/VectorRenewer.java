package io.sylion.knowledge.service;

import io.sylion.knowledge.domain.PassageText;
import io.sylion.knowledge.domain.VectorModel;
import io.sylion.knowledge.service.KnowledgeSweep.OwedBase;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.tenant.domain.TenantScope;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings bases to the model of the configuration: makes the vectors that are missing while the former model serves, lets the new
 * one serve when none is missing, and forgets the former vectors a while later. Works for a minute at a time and on one base
 * after the other, so that new documents find their turn; wherever it breaks off, the stored vectors say where to go on.
 */
@ApplicationScoped
public class VectorRenewer {
    private static final Logger LOG = Logger.getLogger(VectorRenewer.class.getName());
    private static final Duration SPELL = Duration.ofMinutes(1);

    /** Before any id. */
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    KnowledgeSweep sweep;

    @Inject
    VectorSteps steps;

    @Inject
    VectorMaker maker;

    @Inject
    TargetModel target;

    @Inject
    Clock clock;

    private final AtomicBoolean working = new AtomicBoolean();

    /** Makes sure that vectors of the configured model can be kept and found. */
    @PermitAll
    public void prepare() {
        target.get();
    }

    /** Whether a base owes something and this server is not at it. */
    @PermitAll
    public boolean isDue() {
        return !working.get() && !sweep.renewalsDue().isEmpty();
    }

    @PermitAll
    public void work() {
        if (!working.compareAndSet(false, true)) {
            return;
        }
        try {
            Instant end = clock.instant().plus(SPELL);
            for (OwedBase base : sweep.renewalsDue()) {
                if (clock.instant().isBefore(end)) {
                    TenantScope.run(TenantScope.system(base.tenantId()), () -> renew(base.baseId(), end));
                }
            }
        } catch (ModelFailure e) {
            // it would fail for the other bases as well; the next sweep tries one of them
            LOG.warning(() -> "vectors not renewed: " + e.kind() + " " + e.getMessage());
        } finally {
            working.set(false);
        }
    }

    private void renew(UUID baseId, Instant end) {
        if (!steps.claim(baseId)) {
            return;
        }
        try {
            VectorModel model = target.get();
            if (!fill(baseId, model, end)) {
                steps.release(baseId);
            } else if (steps.serves(baseId, model)) {
                forgetOthers(baseId, model);
            } else if (steps.switchTo(baseId, model)) {
                LOG.info(() -> "vectors renewed base=" + baseId + " model=" + model.name());
            } else {
                steps.release(baseId);
            }
        } catch (ModelFailure e) {
            steps.postpone(baseId);
            throw e;
        } catch (RuntimeException e) {
            steps.postpone(baseId);
            LOG.log(Level.WARNING, "vectors not renewed base=" + baseId, e);
        }
    }

    /** Asks for what is missing; false when the time is over. */
    private boolean fill(UUID baseId, VectorModel model, Instant end) {
        List<PassageText> waiting = steps.missingInBase(baseId, FIRST, model, VectorMaker.AT_ONCE);
        while (!waiting.isEmpty() && clock.instant().isBefore(end)) {
            steps.give(baseId, model, maker.ofPassages(model, waiting));
            waiting = steps.missingInBase(baseId, waiting.getLast().id(), model, VectorMaker.AT_ONCE);
        }
        return waiting.isEmpty();
    }

    private void forgetOthers(UUID baseId, VectorModel model) {
        boolean left;
        do {
            left = steps.forgetSome(baseId, model);
        } while (left);
    }
}
