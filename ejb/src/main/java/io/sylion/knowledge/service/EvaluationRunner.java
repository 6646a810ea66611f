package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.RetrievalRequest;
import io.sylion.knowledge.api.RetrievedPassage;
import io.sylion.knowledge.domain.EvaluationFigures;
import io.sylion.knowledge.domain.EvaluationQuestion;
import io.sylion.knowledge.domain.EvaluationResult;
import io.sylion.knowledge.domain.EvaluationRun;
import io.sylion.knowledge.domain.EvaluationSetSummary;
import io.sylion.platform.persistence.Ids;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;

/** Asks all questions of a set, as a customer would, and notes at which place the right document was. Never inside a transaction. */
@ApplicationScoped
@Permit(Role.MANAGER)
public class EvaluationRunner {
    private static final Logger LOG = Logger.getLogger(EvaluationRunner.class.getName());

    /** Further down nobody looks. */
    private static final int DEPTH = 20;

    @Inject
    RetrievalService retrieval;

    @Inject
    EvaluationService evaluations;

    @Inject
    Clock clock;

    public EvaluationRun run(UUID setId) {
        EvaluationSetSummary set = evaluations.set(setId);
        Instant begun = clock.instant();
        List<EvaluationResult> results = new ArrayList<>();
        for (EvaluationQuestion each : evaluations.questions(setId)) {
            results.add(result(
                    each,
                    retrieval.retrieve(new RetrievalRequest(each.question(), List.of(set.baseId()), null, DEPTH, 1))));
        }
        EvaluationRun run = new EvaluationRun(
                Ids.next(),
                setId,
                begun,
                (int) Duration.between(begun, clock.instant()).toMillis(),
                EvaluationFigures.of(
                        results.stream().map(EvaluationResult::place).toList()));
        evaluations.record(run, results);
        LOG.info(() -> "evaluation run set=" + setId + " run=" + run.id());
        return run;
    }

    private static EvaluationResult result(EvaluationQuestion asked, List<RetrievedPassage> found) {
        List<String> documents =
                found.stream().map(RetrievedPassage::externalId).toList();
        RetrievedPassage first = found.isEmpty() ? null : found.getFirst();
        return new EvaluationResult(
                asked.question(),
                asked.expected(),
                documents.indexOf(asked.expected()) + 1,
                first == null ? null : first.externalId(),
                first == null ? null : first.documentTitle());
    }
}
