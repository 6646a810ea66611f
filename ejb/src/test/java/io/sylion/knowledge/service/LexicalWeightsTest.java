package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.knowledge.domain.SparseVector;
import io.sylion.knowledge.domain.TermCounts;
import io.sylion.platform.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LexicalWeightsTest {

    @Test
    void accentsEndingsAndElisionsMakeNoDifference() {
        SparseVector passage = french("L’expédition des commandes et les délais");
        assertThat(score(passage, "delai d'expedition de ma commande")).isGreaterThan(2);
    }

    @Test
    void aTermOfOneLanguageDoesNotFindTheOther() {
        SparseVector english = LexicalWeights.ofPassage("", "", "delivery of the message", "", Language.EN);
        SparseVector french = french("un message");
        assertThat(french.weights().keySet())
                .doesNotContainAnyElementsOf(english.weights().keySet());
        Set<Integer> question = LexicalWeights.ofQuestion("message");
        assertThat(question)
                .containsAll(french.weights().keySet())
                .containsAnyElementsOf(english.weights().keySet());
    }

    @Test
    void aPassageIsFoundByTheWordsOfItsTitleAndHeadings() {
        SparseVector passage = LexicalWeights.ofPassage("Remboursement", "Délais", "Trois jours", "", Language.FR);
        for (String word : List.of("remboursement", "délai", "jour")) {
            assertThat(score(passage, word)).as(word).isGreaterThan(1);
        }
    }

    @Test
    void repeatingAWordHelpsLessAndLess() {
        double once = score(french("retour"), "retour");
        double twice = score(french("retour retour"), "retour");
        double often = score(french("retour ".repeat(20)), "retour");
        assertThat(twice).isGreaterThan(once).isLessThan(2 * once);
        assertThat(often).isLessThan(2.3 * once);
    }

    @Test
    void aRareWordTellsMoreThanACommonOne() {
        SparseVector rarity = LexicalWeights.rarity(List.of(1, 2, 3), new TermCounts(100, Map.of(1, 1, 2, 90)));
        assertThat(rarity.weights().get(1)).isGreaterThan(10 * rarity.weights().get(2));
        assertThat(rarity.weights().get(2)).isPositive();
        assertThat(rarity.weights()).as("what nobody knows").doesNotContainKey(3);
    }

    @Test
    void aPassageWithAllTheWordsHasAboutTheWholeScore() {
        Map<Integer, Integer> known = new HashMap<>();
        SparseVector passage = french("délais de livraison");
        passage.weights().keySet().forEach(term -> known.put(term, 2));
        TermCounts counts = new TermCounts(50, known);
        double whole = LexicalWeights.whole("Quels sont vos délais de livraison ?", counts);
        double score = LexicalWeights.rarity(known.keySet(), counts).weights().entrySet().stream()
                .mapToDouble(term -> term.getValue() * passage.weights().get(term.getKey()))
                .sum();
        assertThat(score).isBetween(0.8 * whole, 2 * whole);
        assertThat(LexicalWeights.whole("livraison tracteur girafe moteur", counts))
                .as("words that nobody knows count as the rarest")
                .isGreaterThan(1.5 * whole);
    }

    @Test
    void aTitleWrittenWrongIsFoundByItsLetters() {
        SparseVector passage =
                LexicalWeights.ofPassage("Remboursement", "", "Sous trois jours", "Remboursement", Language.FR);
        Set<Integer> wrong = LexicalWeights.lettersOf("rembourssemant");
        long shared = wrong.stream().filter(passage.weights()::containsKey).count();
        assertThat(shared).isGreaterThan(wrong.size() / 2);
        assertThat(french("remboursement").weights().keySet()).doesNotContainAnyElementsOf(wrong);
    }

    @Test
    void passagesAreLookedUpByRareTermsOnly() {
        SparseVector question = SparseVector.of(Map.of(1, 1f, 2, 2f, 3, 3f));
        TermCounts counts = new TermCounts(90_000, Map.of(1, 60_000, 2, 15_000, 3, 4_000));
        assertThat(LexicalWeights.telling(question, counts).weights()).containsOnlyKeys(2, 3);
        TermCounts common = new TermCounts(90_000, Map.of(1, 60_000, 2, 50_000, 3, 40_000));
        assertThat(LexicalWeights.telling(question, common).weights()).containsOnlyKeys(3);
    }

    @Test
    void theDatabasesTextIsReadBack() {
        SparseVector passage = french("Retours et échanges gratuits");
        assertThat(SparseVector.parse(passage.toText())).isEqualTo(passage);
        assertThat(SparseVector.parse("{}/" + SparseVector.SIZE).isEmpty()).isTrue();
    }

    private static SparseVector french(String text) {
        return LexicalWeights.ofPassage("", "", text, "", Language.FR);
    }

    private static double score(SparseVector passage, String question) {
        return LexicalWeights.ofQuestion(question).stream()
                .mapToDouble(term -> passage.weights().getOrDefault(term, 0f))
                .sum();
    }
}
