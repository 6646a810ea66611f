package io.sylion.learning.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.CreateEvaluationSet;
import io.sylion.knowledge.domain.EvaluationQuestion;
import io.sylion.knowledge.service.EvaluationService;
import io.sylion.learning.domain.MarkedAnswer;
import io.sylion.learning.domain.MarkedAnswerRepository;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes questions with a known answer of those that members found rightly answered, in the last 90 days. */
@Stateless
@Permit(Role.MANAGER)
public class MarkedAnswerService {
    private static final Duration LOOKED_BACK = Duration.ofDays(90);
    private static final int MOST = 500;
    private static final int LONGEST_QUESTION = 1_000;

    @Inject
    MarkedAnswerRepository answers;

    @Inject
    EvaluationService evaluations;

    @Inject
    Clock clock;

    /** How many questions there are. */
    @Permit(Role.VIEWER)
    public int count() {
        return usable().size();
    }

    /**
     * Makes an evaluation set for each base whose documents were cited.
     *
     * @param name of each set
     * @return the sets, none when nothing was marked
     */
    public List<UUID> makeSets(String name) {
        Map<UUID, List<EvaluationQuestion>> byBase = usable().stream()
                .collect(Collectors.groupingBy(
                        MarkedAnswer::baseId,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                each -> new EvaluationQuestion(each.question(), each.expected()),
                                Collectors.toList())));
        return byBase.entrySet().stream()
                .map(each -> evaluations.createSet(new CreateEvaluationSet(each.getKey(), name, each.getValue())))
                .toList();
    }

    /** Each question once, with its newest answer. */
    private List<MarkedAnswer> usable() {
        Map<String, MarkedAnswer> byQuestion = new LinkedHashMap<>();
        answers.right(clock.instant().minus(LOOKED_BACK), MOST).stream()
                .filter(each -> !each.question().isBlank() && each.question().length() <= LONGEST_QUESTION)
                .forEach(each ->
                        byQuestion.putIfAbsent(each.baseId() + each.question().strip(), each));
        return List.copyOf(byQuestion.values());
    }
}
