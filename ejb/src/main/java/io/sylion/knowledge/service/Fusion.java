package io.sylion.knowledge.service;

import io.sylion.knowledge.domain.FoundPassage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Joins what the legs found, by reciprocal rank: scores of different kinds are never compared, places are. Passages that lie
 * beside each other in a document become one.
 */
final class Fusion {
    /** Softens the difference between the first places, as is usual. */
    private static final int SOFTNESS = 60;

    private Fusion() {}

    /** All that was found, best first, with its fused score. */
    static List<FoundPassage> fuse(List<List<FoundPassage>> legs) {
        Map<UUID, FoundPassage> passages = new HashMap<>();
        Map<UUID, Double> scores = new HashMap<>();
        for (List<FoundPassage> leg : legs) {
            for (int place = 0; place < leg.size(); place++) {
                FoundPassage passage = leg.get(place);
                passages.putIfAbsent(passage.id(), passage);
                scores.merge(passage.id(), 1.0 / (SOFTNESS + place + 1), Double::sum);
            }
        }
        return passages.values().stream()
                .map(p -> new FoundPassage(
                        p.id(), p.documentId(), p.title(), p.position(), p.heading(), p.body(), scores.get(p.id())))
                .sorted(Comparator.comparingDouble(FoundPassage::score)
                        .reversed()
                        .thenComparing(FoundPassage::id))
                .toList();
    }

    /** Neighbours as one passage, under the name of the better one; the order stays. */
    static List<List<FoundPassage>> neighbours(List<FoundPassage> ranked) {
        List<List<FoundPassage>> groups = new ArrayList<>();
        for (FoundPassage passage : ranked) {
            groups.stream()
                    .filter(group -> group.stream().anyMatch(other -> isBeside(passage, other)))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(passage), () -> groups.add(new ArrayList<>(List.of(passage))));
        }
        return groups;
    }

    private static boolean isBeside(FoundPassage one, FoundPassage other) {
        return one.documentId().equals(other.documentId()) && Math.abs(one.position() - other.position()) == 1;
    }
}
