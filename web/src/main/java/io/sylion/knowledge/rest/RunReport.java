package io.sylion.knowledge.rest;

import io.sylion.knowledge.domain.EvaluationResult;
import io.sylion.knowledge.domain.EvaluationRun;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run with its figures.
 *
 * @param results for each question; null in lists
 */
public record RunReport(
        UUID runId,
        Instant startedAt,
        int tookMs,
        int questions,
        double hitAt1,
        double hitAt5,
        double mrr,
        List<EvaluationResult> results) {
    static RunReport of(EvaluationRun run, List<EvaluationResult> results) {
        return new RunReport(
                run.id(),
                run.startedAt(),
                run.tookMs(),
                run.figures().questions(),
                run.figures().hitAt1(),
                run.figures().hitAt5(),
                run.figures().mrr(),
                results);
    }
}
