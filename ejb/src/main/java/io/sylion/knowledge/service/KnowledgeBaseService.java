package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.domain.BaseProgress;
import io.sylion.knowledge.domain.IndexingProgress;
import io.sylion.knowledge.domain.KnowledgeBase;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.knowledge.domain.KnowledgeBaseSummary;
import io.sylion.knowledge.domain.VectorRepository;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes and lists knowledge bases. */
@Stateless
@Permit(Role.MANAGER)
public class KnowledgeBaseService {
    @Inject
    KnowledgeBaseRepository bases;

    @Inject
    VectorRepository vectors;

    @Inject
    TargetModel target;

    @Inject
    Clock clock;

    public UUID createBase(String name) {
        KnowledgeBase base = new KnowledgeBase(clock.instant(), name);
        bases.add(base);
        return base.id();
    }

    @Permit(Role.VIEWER)
    public BaseProgress progress(UUID id) {
        return bases.progress(id, target.get()).orElseThrow(() -> KnowledgeNotFound.base(id));
    }

    /** How many of its passages have their vector of the model that is to serve the base; empty when that one serves it. */
    @Permit(Role.VIEWER)
    public Optional<IndexingProgress> renewal(UUID id) {
        return progress(id).renewing() ? Optional.of(vectors.progress(id, target.get())) : Optional.empty();
    }

    @Permit(Role.VIEWER)
    public List<KnowledgeBaseSummary> bases() {
        return bases.all();
    }
}
