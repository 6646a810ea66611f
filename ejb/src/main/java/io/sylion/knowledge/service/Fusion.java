package io.sylion.knowledge.service;

import io.sylion.knowledge.api.LegScore;
import io.sylion.knowledge.api.RetrievalLeg;
import io.sylion.knowledge.domain.PassageHit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Joins what the legs found, by reciprocal rank: scores of different kinds are never compared, places are. Documents are ranked,
 * each by its best passage in a leg, since two legs seldom meet in the same small passage of the right document; then passages
 * within them.
 */
final class Fusion {
    /** Softens the difference between the first places; the usual 60 is for long lists, of which the ends count as well. */
    private static final int SOFTNESS = 10;

    /** Documents of a leg that count. */
    private static final int DEPTH = 30;

    private Fusion() {}

    /**
     * A document with its passages that were found, best first.
     *
     * @param score 1 when it is the first in every leg
     */
    record Found(UUID documentId, double score, List<LegScore> legs, List<PassageHit> passages) {}

    /** The documents that are an answer by one leg at least, best first. */
    static List<Found> fuse(Collection<LegHits> legs) {
        Map<UUID, List<LegScore>> scores = new HashMap<>();
        Set<UUID> answers = legs.stream()
                .flatMap(leg -> leg.hits().stream().filter(hit -> hit.score() >= leg.floor()))
                .map(PassageHit::documentId)
                .collect(Collectors.toSet());
        for (LegHits leg : legs) {
            Map<UUID, PassageHit> best = new LinkedHashMap<>();
            leg.hits().forEach(hit -> best.putIfAbsent(hit.documentId(), hit));
            int rank = 0;
            for (PassageHit hit : best.values()) {
                if (++rank <= DEPTH && answers.contains(hit.documentId())) {
                    scores.computeIfAbsent(hit.documentId(), document -> new ArrayList<>())
                            .add(new LegScore(leg.leg(), rank, hit.score()));
                }
            }
        }
        Map<UUID, List<PassageHit>> passages = passages(legs);
        return scores.entrySet().stream()
                .map(each ->
                        new Found(each.getKey(), score(each.getValue()), each.getValue(), passages.get(each.getKey())))
                .sorted(Comparator.comparingDouble(Found::score).reversed().thenComparing(Found::documentId))
                .toList();
    }

    private static double score(List<LegScore> legs) {
        double whole = 0;
        for (RetrievalLeg leg : RetrievalLeg.values()) {
            whole += share(leg, 1);
        }
        return legs.stream().mapToDouble(leg -> share(leg.leg(), leg.rank())).sum() / whole;
    }

    private static double share(RetrievalLeg leg, int rank) {
        return leg.weight() / (SOFTNESS + rank);
    }

    /** What a place is worth when one leg alone was asked: 1 for the first. */
    static double share(int rank) {
        return (SOFTNESS + 1.0) / (SOFTNESS + rank);
    }

    /** The passages of each document by their own places; what letters found is only the place below a title. */
    private static Map<UUID, List<PassageHit>> passages(Collection<LegHits> legs) {
        Map<UUID, PassageHit> hits = new HashMap<>();
        Map<UUID, Double> scores = new HashMap<>();
        for (LegHits leg : legs) {
            int rank = 0;
            for (PassageHit hit : leg.hits()) {
                hits.putIfAbsent(hit.id(), hit);
                scores.merge(hit.id(), leg.leg() == RetrievalLeg.LETTERS ? 0 : share(leg.leg(), ++rank), Double::sum);
            }
        }
        return hits.values().stream()
                .sorted(Comparator.comparingDouble((PassageHit hit) -> scores.get(hit.id()))
                        .reversed()
                        .thenComparing(PassageHit::id))
                .collect(Collectors.groupingBy(PassageHit::documentId));
    }
}
