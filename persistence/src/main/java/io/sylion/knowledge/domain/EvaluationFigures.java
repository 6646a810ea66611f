package io.sylion.knowledge.domain;

import java.util.List;

/**
 * How well questions were answered, each figure from 0 to 1.
 *
 * @param hitAt1 share of questions whose document was the first
 * @param hitAt5 share of those where it was among the first five
 * @param mrr mean of 1/place
 */
public record EvaluationFigures(int questions, double hitAt1, double hitAt5, double mrr) {
    public static EvaluationFigures of(List<Integer> places) {
        int count = Math.max(1, places.size());
        return new EvaluationFigures(
                places.size(),
                (double) places.stream().filter(place -> place == 1).count() / count,
                (double) places.stream()
                                .filter(place -> place >= 1 && place <= 5)
                                .count()
                        / count,
                places.stream()
                                .filter(place -> place >= 1)
                                .mapToDouble(place -> 1.0 / place)
                                .sum()
                        / count);
    }
}
