package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.governance.service.AuditService;
import io.sylion.knowledge.api.ChooseRetrieval;
import io.sylion.knowledge.api.RetrievalChosen;
import io.sylion.knowledge.domain.ManagedStore;
import io.sylion.knowledge.domain.RetrievalChoice;
import io.sylion.knowledge.domain.RetrievalChoiceDetails;
import io.sylion.knowledge.domain.RetrievalChoiceRepository;
import io.sylion.knowledge.domain.RetrievalMode;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/** Where the tenant's assistants search: in what we have indexed, or in a store of Vertex AI Search. */
@Stateless
@Permit(Role.OWNER)
public class RetrievalChoiceService {
    private static final Logger LOG = Logger.getLogger(RetrievalChoiceService.class.getName());

    @Inject
    RetrievalChoiceRepository choices;

    @Inject
    ManagedProjects projects;

    @Inject
    AuditService audit;

    @Inject
    Event<RetrievalChosen> chosen;

    @Inject
    Clock clock;

    /** For who may change it. */
    public RetrievalChoiceDetails choice() {
        return details();
    }

    /** The store that is searched; empty when the own index is. */
    @Permit(Role.VIEWER)
    public Optional<ManagedStore> store() {
        RetrievalChoiceDetails now = details();
        return now.mode() == RetrievalMode.VERTEX_SEARCH ? Optional.of(now.store()) : Optional.empty();
    }

    /** @throws io.sylion.knowledge.api.RetrievalRefused when the store cannot be this tenant's */
    public void choose(ChooseRetrieval command) {
        boolean managed = command.mode() == RetrievalMode.VERTEX_SEARCH;
        if (managed) {
            projects.require(command.store());
        }
        RetrievalChoiceDetails before = details();
        if (before.mode() == command.mode() && (!managed || command.store().equals(before.store()))) {
            return;
        }
        Instant now = clock.instant();
        String by = TenantScope.current().actor().name();
        RetrievalChoice choice = choices.find().orElseGet(() -> {
            RetrievalChoice first = new RetrievalChoice(now, by);
            choices.add(first);
            return first;
        });
        if (managed) {
            choice.searchStore(command.store(), now, by);
        } else {
            choice.searchOwnIndex(now, by);
        }
        audit.record("choose-retrieval", null, told(before), told(choice.details()));
        chosen.fire(new RetrievalChosen(TenantScope.current().tenantId()));
        LOG.info(() -> "retrieval " + command.mode() + " tenant="
                + TenantScope.current().tenantId());
    }

    private RetrievalChoiceDetails details() {
        return choices.find().map(RetrievalChoice::details).orElse(RetrievalChoiceDetails.USUAL);
    }

    private static Map<String, String> told(RetrievalChoiceDetails choice) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("mode", choice.mode().name());
        if (choice.mode() == RetrievalMode.VERTEX_SEARCH) {
            told.put("store", choice.store().resource());
        }
        return told;
    }
}
