package io.sylion.learning.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.RetrievalRequest;
import io.sylion.knowledge.service.RetrievalService;
import io.sylion.learning.domain.AskedQuestion;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Asks the questions behind a gap again, as its assistant would: those are answered that find the article. */
@ApplicationScoped
@Permit(Role.OWNER)
public class GapReplayer {
    /** As many as an assistant reads. */
    private static final int MOST_PASSAGES = 6;

    @Inject
    RetrievalService retrieval;

    @Inject
    GapSteps steps;

    public void replay(UUID gapId) {
        steps.toReplay(gapId).ifPresent(replay -> {
            List<UUID> answered = replay.questions().stream()
                    .filter(question -> finds(question, replay.documentId()))
                    .map(AskedQuestion::id)
                    .toList();
            steps.replayed(gapId, replay, answered);
        });
    }

    private boolean finds(AskedQuestion question, UUID documentId) {
        return retrieval.retrieve(new RetrievalRequest(question.question(), question.baseIds(), MOST_PASSAGES)).stream()
                .anyMatch(passage -> passage.documentId().equals(documentId));
    }
}
