package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.RetrievalRefused;
import io.sylion.knowledge.api.RetrievalRequest;
import io.sylion.knowledge.api.RetrievedPassage;
import io.sylion.knowledge.domain.ManagedStore;
import io.sylion.platform.ai.ManagedQuery;
import io.sylion.platform.ai.ManagedSearch;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Asks a tenant's store at Vertex AI Search. Never inside a transaction: a server is asked. */
@ApplicationScoped
@Permit(Role.VIEWER)
public class ManagedRetrieval {
    @Inject
    RetrievalChoices choices;

    @Inject
    ManagedProjects projects;

    @Inject
    ManagedSearch search;

    /** What the tenant's store says; empty when the tenant uses its own index. */
    Optional<List<RetrievedPassage>> retrieve(RetrievalRequest request) {
        return choices.store().map(store -> {
            try {
                return ask(store, request);
            } catch (RetrievalRefused e) {
                // the operator has closed what the owner had chosen
                throw new ModelFailure(Kind.MISCONFIGURED, e.getMessage(), e);
            }
        });
    }

    /**
     * Asks a store that may not be chosen yet, so that its owner sees whether it answers.
     *
     * @throws RetrievalRefused when the store cannot be this tenant's
     * @throws ModelFailure when it does not answer
     */
    @Permit(Role.OWNER)
    public List<RetrievedPassage> tryOut(ManagedStore store, RetrievalRequest request) {
        return ask(store, request);
    }

    private List<RetrievedPassage> ask(ManagedStore store, RetrievalRequest request) {
        projects.require(store);
        return ManagedPassages.of(
                store.resource(),
                search.search(new ManagedQuery(
                        store.location().code(),
                        store.resource(),
                        request.question(),
                        request.language(),
                        request.limit())),
                request);
    }
}
