package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.governance.service.AuditService;
import io.sylion.knowledge.api.BaseInUse;
import io.sylion.knowledge.api.BaseRemovalAsked;
import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.api.KnowledgeRefused;
import io.sylion.knowledge.domain.BaseProgress;
import io.sylion.knowledge.domain.KnowledgeBase;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.knowledge.domain.KnowledgeBaseSummary;
import io.sylion.platform.text.CleanText;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes, names, lists and deletes knowledge bases. */
@Stateless
@Permit(Role.MANAGER)
public class KnowledgeBaseService {
    private static final int LONGEST_NAME = 200;

    @Inject
    KnowledgeBaseRepository bases;

    @Inject
    Event<BaseRemovalAsked> removals;

    @Inject
    AuditService audit;

    @Inject
    TargetModel target;

    @Inject
    Clock clock;

    /** @throws KnowledgeRefused when the name is none */
    public UUID createBase(String name) {
        KnowledgeBase base = new KnowledgeBase(clock.instant(), named(name));
        bases.add(base);
        return base.id();
    }

    /** @throws KnowledgeRefused when the name is none */
    public void rename(UUID id, String name) {
        KnowledgeBase base = locked(id);
        String former = base.name();
        base.rename(named(name));
        audit.record("rename-base", id, Map.of("name", former), Map.of("name", base.name()));
    }

    /**
     * Deletes a base: nobody sees it or finds anything in it from now on. Its documents and their files are taken away after that, by
     * {@link BaseRemover}.
     *
     * @throws BaseInUse when somebody would answer from nothing
     */
    public void delete(UUID id) {
        KnowledgeBase base = locked(id);
        removals.fire(new BaseRemovalAsked(TenantScope.current().tenantId(), id));
        base.remove(clock.instant());
        audit.record("delete-base", id, Map.of("name", base.name()), null);
    }

    private KnowledgeBase locked(UUID id) {
        return bases.lock(id).orElseThrow(() -> KnowledgeNotFound.base(id));
    }

    private static String named(String name) {
        String clean = name == null ? "" : CleanText.of(name, LONGEST_NAME).strip();
        if (clean.isEmpty()) {
            throw new KnowledgeRefused("a base needs a name of at most " + LONGEST_NAME + " characters");
        }
        return clean;
    }

    @Permit(Role.VIEWER)
    public BaseProgress progress(UUID id) {
        return bases.progress(id, target.get()).orElseThrow(() -> KnowledgeNotFound.base(id));
    }

    @Permit(Role.VIEWER)
    public List<KnowledgeBaseSummary> bases() {
        return bases.all();
    }
}
