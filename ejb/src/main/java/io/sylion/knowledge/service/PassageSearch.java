package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.domain.FoundPassage;
import io.sylion.knowledge.domain.PassageRepository;
import io.sylion.knowledge.domain.SparseVector;
import io.sylion.knowledge.domain.TermCounts;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The two legs of a retrieval, each one short transaction. */
@Stateless
@Permit(Role.VIEWER)
public class PassageSearch {
    /** A passage that shares less than this of the question, by the rarity of its words, is no answer. */
    static final double LEAST_SHARE = 0.2;

    @Inject
    PassageRepository passages;

    /** By words, in both languages at once: a word finds only passages of the language it was read in. */
    public List<FoundPassage> byWords(String question, List<UUID> baseIds, int most) {
        Set<Integer> terms = LexicalWeights.ofQuestion(question);
        if (terms.isEmpty()) {
            return List.of();
        }
        TermCounts counts = passages.counts(baseIds, terms);
        SparseVector rarity = LexicalWeights.rarity(counts);
        if (rarity.isEmpty()) {
            return List.of();
        }
        double floor = LEAST_SHARE * LexicalWeights.whole(question, counts);
        return passages.findByWords(baseIds, rarity, most).stream()
                .filter(found -> found.score() >= floor)
                .toList();
    }

    /** By meaning, with the cosine similarity as score. */
    public List<FoundPassage> byMeaning(float[] question, String model, List<UUID> baseIds, int most) {
        return passages.findByMeaning(baseIds, model, question, most);
    }
}
