package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.knowledge.domain.PassageText;
import io.sylion.knowledge.domain.VectorModel;
import io.sylion.knowledge.domain.VectorRepository;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The short transactions of a change of model: what lacks a vector, what is given one, and which model serves a base. */
@Stateless
@Permit(Role.OWNER)
public class VectorSteps {
    /** Longer than a call to a model takes; after that nobody is at it any more. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** Longer than a question takes that was asked of the former model just before. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private static final int FORGOTTEN_AT_ONCE = 2_000;

    @Inject
    KnowledgeBaseRepository bases;

    @Inject
    VectorRepository vectors;

    @Inject
    Clock clock;

    /** Keeps vectors of a model that serves the passages' bases or is to serve them; those of another are let go. */
    public void give(VectorModel model, VectorModel target, Map<UUID, float[]> made) {
        vectors.give(model, target, made);
    }

    /** Takes up what a base owes; false when somebody else is at it. */
    public boolean claim(UUID baseId) {
        return bases.claimRenewal(baseId, clock.instant(), clock.instant().plus(LEASE));
    }

    /** What is found in the base and lacks its vector, by ids from after one on. */
    public List<PassageText> missingInBase(UUID baseId, UUID after, VectorModel target, int most) {
        return vectors.missingInBase(baseId, after, target, most);
    }

    /** Keeps vectors of a claimed base, and the claim. */
    public void give(UUID baseId, VectorModel target, Map<UUID, float[]> made) {
        vectors.give(target, target, made);
        bases.renewAt(baseId, clock.instant().plus(LEASE));
    }

    /** Gives a claimed base back, to be gone on with. */
    public void release(UUID baseId) {
        bases.renewAt(baseId, clock.instant());
    }

    /** Gives a claimed base back after a failure: the next attempt comes later each time. */
    public void postpone(UUID baseId) {
        bases.postponeRenewal(baseId, clock.instant());
    }

    public boolean serves(UUID baseId, VectorModel model) {
        return bases.served(List.of(baseId)).stream()
                .anyMatch(served -> served.model().id() == model.id());
    }

    /**
     * Lets the model serve the base if all that is found has its vector; what is published meanwhile waits. The former vectors go
     * a while later.
     *
     * @return false when something is missing
     */
    public boolean switchTo(UUID baseId, VectorModel target) {
        bases.lock(baseId);
        boolean switched = vectors.isComplete(baseId, target) && bases.serve(baseId, target);
        if (switched) {
            bases.renewAt(baseId, clock.instant().plus(GRACE));
        }
        return switched;
    }

    /** Forgets some vectors of models that do not serve the base; false when none is left, and the base owes nothing then. */
    public boolean forgetSome(UUID baseId, VectorModel target) {
        int forgotten = vectors.forgetOthers(baseId, target, FORGOTTEN_AT_ONCE);
        bases.renewAt(baseId, forgotten == 0 ? null : clock.instant().plus(LEASE));
        return forgotten > 0;
    }
}
