package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.domain.BaseProgress;
import io.sylion.knowledge.domain.KnowledgeBase;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.knowledge.domain.KnowledgeBaseSummary;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Makes and lists knowledge bases. */
@Stateless
@Permit(Role.MANAGER)
public class KnowledgeBaseService {
    @Inject
    KnowledgeBaseRepository bases;

    @Inject
    Clock clock;

    public UUID createBase(String name) {
        KnowledgeBase base = new KnowledgeBase(clock.instant(), name);
        bases.add(base);
        return base.id();
    }

    @Permit(Role.VIEWER)
    public BaseProgress progress(UUID id) {
        return bases.progress(id).orElseThrow(() -> KnowledgeNotFound.base(id));
    }

    @Permit(Role.VIEWER)
    public List<KnowledgeBaseSummary> bases() {
        return bases.all();
    }
}
