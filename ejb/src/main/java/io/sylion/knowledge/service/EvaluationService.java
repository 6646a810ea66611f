package io.sylion.knowledge.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.CreateEvaluationSet;
import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.api.KnowledgeRefused;
import io.sylion.knowledge.api.KnowledgeRefused.Reason;
import io.sylion.knowledge.domain.EvaluationQuestion;
import io.sylion.knowledge.domain.EvaluationRepository;
import io.sylion.knowledge.domain.EvaluationResult;
import io.sylion.knowledge.domain.EvaluationRun;
import io.sylion.knowledge.domain.EvaluationSet;
import io.sylion.knowledge.domain.EvaluationSetSummary;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.platform.api.Json;
import io.sylion.platform.text.CleanText;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Keeps sets of questions and what came of their runs. */
@Stateless
@Permit(Role.MANAGER)
public class EvaluationService {
    private static final int MOST_QUESTIONS = 500;
    private static final int LONGEST_QUESTION = 1_000;
    private static final int LONGEST_NAME = 200;

    @Inject
    EvaluationRepository evaluations;

    @Inject
    KnowledgeBaseRepository bases;

    @Inject
    Clock clock;

    /**
     * @throws KnowledgeNotFound when the base is not the tenant's
     * @throws KnowledgeRefused when there are no questions, or too many, or one is no question
     */
    public UUID createSet(CreateEvaluationSet wanted) {
        if (bases.find(wanted.baseId()).isEmpty()) {
            throw KnowledgeNotFound.base(wanted.baseId());
        }
        check(wanted);
        EvaluationSet set = new EvaluationSet(clock.instant(), wanted.baseId(), clean(wanted.name()));
        evaluations.add(
                set,
                wanted.questions().stream()
                        .map(each -> new EvaluationQuestion(clean(each.question()), clean(each.expected())))
                        .toList());
        return set.id();
    }

    /** Without the signs that no database keeps. */
    private static String clean(String words) {
        return CleanText.of(words, words.length()).strip();
    }

    private static void check(CreateEvaluationSet wanted) {
        if (isOut(wanted.name(), LONGEST_NAME)) {
            throw new KnowledgeRefused(
                    Reason.NAME, LONGEST_NAME, "a set needs a name of at most " + LONGEST_NAME + " characters");
        }
        if (wanted.questions() == null
                || wanted.questions().isEmpty()
                || wanted.questions().size() > MOST_QUESTIONS) {
            throw new KnowledgeRefused(Reason.COUNT, MOST_QUESTIONS, "a set has 1 to " + MOST_QUESTIONS + " questions");
        }
        int number = 0;
        for (EvaluationQuestion each : wanted.questions()) {
            number++;
            if (each == null || isOut(each.question(), LONGEST_QUESTION) || isOut(each.expected(), LONGEST_NAME)) {
                throw new KnowledgeRefused(
                        Reason.QUESTION,
                        number,
                        "each question needs its words and the external id of its document: not so the one of number "
                                + number);
            }
        }
    }

    private static boolean isOut(String text, int longest) {
        return text == null || text.isBlank() || text.length() > longest;
    }

    public void deleteSet(UUID id) {
        evaluations.remove(evaluations.find(id).orElseThrow(() -> KnowledgeNotFound.set(id)));
    }

    @Permit(Role.VIEWER)
    public List<EvaluationSetSummary> sets() {
        return evaluations.sets();
    }

    @Permit(Role.VIEWER)
    public EvaluationSetSummary set(UUID id) {
        return evaluations.summary(id).orElseThrow(() -> KnowledgeNotFound.set(id));
    }

    @Permit(Role.VIEWER)
    public List<EvaluationQuestion> questions(UUID setId) {
        return evaluations.questions(set(setId).id());
    }

    /** Newest first. */
    @Permit(Role.VIEWER)
    public List<EvaluationRun> runs(UUID setId, int most) {
        return evaluations.runs(setId, most);
    }

    @Permit(Role.VIEWER)
    public List<EvaluationResult> results(UUID runId) {
        String json = evaluations.results(runId).orElseThrow(() -> KnowledgeNotFound.run(runId));
        try {
            return Json.mapper().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("results of run " + runId, e);
        }
    }

    public void record(EvaluationRun run, List<EvaluationResult> results) {
        evaluations.add(run, Json.write(results));
    }
}
