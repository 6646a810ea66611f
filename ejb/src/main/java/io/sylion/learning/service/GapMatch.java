package io.sylion.learning.service;

import io.sylion.learning.domain.GapLeader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which gap a question belongs to. Two questions ask the same when nearly all their telling words are shared; when each has a word
 * of its own, « Belgique » here and « Suisse » there, only meaning can make them one, and it must be sure.
 */
final class GapMatch {
    /** Vectors of questions that say the same in other words lie as near as this, and hardly any others. */
    private static final double SURE = 0.9;

    /** Questions that share their words are seldom further apart. */
    private static final double NOT_AGAINST = 0.4;

    private static final double SHARED = 0.65;

    private GapMatch() {}

    /** The gap whose first question is nearest, if one is near enough. */
    static Optional<UUID> find(String language, List<String> terms, List<GapLeader> leaders) {
        return leaders.stream()
                .filter(leader -> isSame(language, terms, leader))
                .max(Comparator.comparingDouble(leader -> nearness(terms, leader)))
                .map(GapLeader::gapId);
    }

    private static boolean isSame(String language, List<String> terms, GapLeader leader) {
        Double meaning = leader.similarity();
        if (meaning != null && meaning >= SURE) {
            return true;
        }
        if (!language.equals(leader.language()) || meaning != null && meaning < NOT_AGAINST) {
            return false;
        }
        boolean eachHasItsOwn = !TellingWords.without(terms, leader.terms()).isEmpty()
                && !TellingWords.without(leader.terms(), terms).isEmpty();
        return !eachHasItsOwn && shared(terms, leader.terms()) >= SHARED;
    }

    private static double nearness(List<String> terms, GapLeader leader) {
        double words = shared(terms, leader.terms());
        return leader.similarity() == null ? words : words + leader.similarity();
    }

    /** Share of the words of both that have kin in the other. */
    private static double shared(List<String> terms, List<String> others) {
        int all = terms.size() + others.size();
        int own = TellingWords.without(terms, others).size()
                + TellingWords.without(others, terms).size();
        return all == 0 ? 0 : 1 - (double) own / all;
    }
}
