package io.sylion.knowledge.service;

import io.sylion.knowledge.domain.SparseVector;
import io.sylion.knowledge.domain.TermCounts;
import io.sylion.platform.text.Language;
import io.sylion.platform.text.Letters;
import io.sylion.platform.text.Terms;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * BM25 in two halves: a passage keeps how much each of its terms weighs in it, the question brings how rare each term is; their
 * inner product is the score. Passages are cut to about one size, so that their mean length is a constant. Words are terms of their
 * language; groups of letters of titles and headings are terms of none.
 */
final class LexicalWeights {
    private static final double SATURATION = 1.2;
    private static final double MEAN_WORDS = 36;
    private static final double WORDS_LENGTH_MATTERS = 0.3;
    private static final double MEAN_LETTERS = 60;
    private static final double LETTERS_LENGTH_MATTERS = 0.5;

    /** Passages that are looked at for the sake of one question; what common terms would add is added to those. */
    private static final int MOST_LOOKED_AT = 20_000;

    private static final String LETTERS = "letters";
    private static final int SEED = 0x5317;

    private LexicalWeights() {}

    /**
     * Weights of a passage's words and of the letters of what stands above it.
     *
     * @param above the title or heading that begins with this passage; empty when it goes on under the former
     */
    static SparseVector ofPassage(String title, String heading, String body, String above, Language language) {
        Map<Integer, Integer> words = new HashMap<>();
        Terms.of(title + "\n" + heading + "\n" + body, language)
                .forEach(term -> words.merge(number(term, language.code()), 1, Integer::sum));
        Map<Integer, Integer> letters = new HashMap<>();
        Letters.of(above).forEach(term -> letters.merge(number(term, LETTERS), 1, Integer::sum));
        Map<Integer, Float> weights = new HashMap<>();
        weigh(words, MEAN_WORDS, WORDS_LENGTH_MATTERS, weights);
        weigh(letters, MEAN_LETTERS, LETTERS_LENGTH_MATTERS, weights);
        return SparseVector.of(weights);
    }

    private static void weigh(
            Map<Integer, Integer> counts, double meanLength, double lengthMatters, Map<Integer, Float> weights) {
        double length = counts.values().stream().mapToInt(Integer::intValue).sum();
        double norm = SATURATION * (1 - lengthMatters + lengthMatters * length / meanLength);
        counts.forEach((term, count) -> weights.put(term, (float) (count * (SATURATION + 1) / (count + norm))));
    }

    /** Numbers of the question's words, read in each language: a word finds only passages of the language it was read in. */
    static Set<Integer> ofQuestion(String question) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (Language language : Language.values()) {
            numbers.addAll(ofQuestion(question, language));
        }
        return numbers;
    }

    private static Set<Integer> ofQuestion(String question, Language language) {
        return numbers(Terms.of(question, language), language.code());
    }

    /** Numbers of the groups of letters that the question is made of. */
    static Set<Integer> lettersOf(String question) {
        return numbers(Letters.of(question), LETTERS);
    }

    private static Set<Integer> numbers(List<String> terms, String kind) {
        Set<Integer> numbers = new LinkedHashSet<>();
        terms.forEach(term -> numbers.add(number(term, kind)));
        return numbers;
    }

    /** About what a passage scores that holds every word of the question, read in the language that fits better. */
    static double whole(String question, TermCounts counts) {
        double least = Double.MAX_VALUE;
        for (Language language : Language.values()) {
            Set<Integer> terms = ofQuestion(question, language);
            least = terms.isEmpty() ? least : Math.min(least, whole(terms, counts));
        }
        return least;
    }

    /** About what a passage scores that holds all the terms; one that no passage holds is the rarest. */
    static double whole(Collection<Integer> terms, TermCounts counts) {
        return terms.stream()
                .mapToDouble(term -> rarity(counts.passages(), counts.byTerm().getOrDefault(term, 0)))
                .sum();
    }

    /** How rare those of the terms are that some passage holds. */
    static SparseVector rarity(Collection<Integer> terms, TermCounts counts) {
        Map<Integer, Float> weights = new HashMap<>();
        terms.stream()
                .filter(counts.byTerm()::containsKey)
                .forEach(term -> weights.put(
                        term, (float) rarity(counts.passages(), counts.byTerm().get(term))));
        return SparseVector.of(weights);
    }

    /** The rarest terms of a question, as many as may be looked up; one at least. */
    static SparseVector telling(SparseVector question, TermCounts counts) {
        Map<Integer, Float> rare = new HashMap<>();
        int passages = 0;
        List<Integer> terms = question.weights().keySet().stream()
                .sorted(Comparator.comparingInt(counts.byTerm()::get))
                .toList();
        for (int term : terms) {
            passages += counts.byTerm().get(term);
            if (passages > MOST_LOOKED_AT && !rare.isEmpty()) {
                break;
            }
            rare.put(term, question.weights().get(term));
        }
        return SparseVector.of(rare);
    }

    static double rarity(int all, int with) {
        return Math.log(1 + (Math.max(all - with, 0) + 0.5) / (with + 0.5));
    }

    private static int number(String term, String kind) {
        BytesRef bytes = new BytesRef(kind + ':' + term);
        return 1 + Math.floorMod(StringHelper.murmurhash3_x86_32(bytes, SEED), SparseVector.SIZE - 1);
    }
}
