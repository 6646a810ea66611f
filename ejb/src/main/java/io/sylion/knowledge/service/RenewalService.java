package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.domain.IndexingProgress;
import io.sylion.knowledge.domain.VectorRepository;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Shows how far another embedding model is with a base. */
@Stateless
@Permit(Role.VIEWER)
public class RenewalService {
    @Inject
    KnowledgeBaseService bases;

    @Inject
    VectorRepository vectors;

    @Inject
    TargetModel target;

    /** How many of its passages have their vector of the model that is to serve the base; empty when that one serves it. */
    public Optional<IndexingProgress> renewal(UUID baseId) {
        return bases.progress(baseId).renewing()
                ? Optional.of(vectors.progress(baseId, target.get()))
                : Optional.empty();
    }
}
