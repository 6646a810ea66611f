package io.sylion.knowledge.service;

import io.sylion.knowledge.domain.SparseVector;
import io.sylion.knowledge.domain.TermCounts;
import io.sylion.platform.text.Language;
import io.sylion.platform.text.Terms;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * BM25 in two halves: a passage keeps how much each of its terms weighs in it, the question brings how rare each term is; their
 * inner product is the score. Passages are cut to about one size, so that their mean length is a constant.
 */
final class LexicalWeights {
    private static final double SATURATION = 1.2;
    private static final double LENGTH_MATTERS = 0.75;
    private static final double MEAN_LENGTH = 80;

    /** Terms of title and headings count so many times: they say what a passage is about. */
    private static final int HEADING_COUNTS = 2;

    private static final int SEED = 0x5317;

    private LexicalWeights() {}

    static SparseVector ofPassage(String title, String heading, String body, Language language) {
        Map<Integer, Integer> counts = new HashMap<>();
        Terms.of(body, language).forEach(term -> counts.merge(number(term, language), 1, Integer::sum));
        Terms.of(title + "\n" + heading, language)
                .forEach(term -> counts.merge(number(term, language), HEADING_COUNTS, Integer::sum));
        double length = counts.values().stream().mapToInt(Integer::intValue).sum();
        double norm = SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * length / MEAN_LENGTH);
        Map<Integer, Float> weights = new HashMap<>();
        counts.forEach((term, count) -> weights.put(term, (float) (count * (SATURATION + 1) / (count + norm))));
        return SparseVector.of(weights);
    }

    /** Numbers of the question's terms, read in each language: a term finds only passages of the language it was read in. */
    static Set<Integer> ofQuestion(String question) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (Language language : Language.values()) {
            numbers.addAll(ofQuestion(question, language));
        }
        return numbers;
    }

    private static Set<Integer> ofQuestion(String question, Language language) {
        Set<Integer> numbers = new LinkedHashSet<>();
        Terms.of(question, language).forEach(term -> numbers.add(number(term, language)));
        return numbers;
    }

    /** About what a passage scores that holds every word of the question, read in the language that fits better. */
    static double whole(String question, TermCounts counts) {
        double least = Double.MAX_VALUE;
        for (Language language : Language.values()) {
            Set<Integer> terms = ofQuestion(question, language);
            double sum = terms.stream()
                    .mapToDouble(term ->
                            rarity(counts.passages(), counts.byTerm().getOrDefault(term, 0)))
                    .sum();
            least = terms.isEmpty() ? least : Math.min(least, sum);
        }
        return least;
    }

    /** How rare the question's terms are; what no passage holds is left out. */
    static SparseVector rarity(TermCounts counts) {
        Map<Integer, Float> weights = new HashMap<>();
        counts.byTerm().forEach((term, with) -> weights.put(term, (float) rarity(counts.passages(), with)));
        return SparseVector.of(weights);
    }

    static double rarity(int all, int with) {
        return Math.log(1 + (Math.max(all - with, 0) + 0.5) / (with + 0.5));
    }

    private static int number(String term, Language language) {
        BytesRef bytes = new BytesRef(language.code() + ':' + term);
        return 1 + Math.floorMod(StringHelper.murmurhash3_x86_32(bytes, SEED), SparseVector.SIZE - 1);
    }
}
