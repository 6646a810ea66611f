package io.sylion.learning.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import io.sylion.learning.domain.GapLeader;
import io.sylion.platform.ai.adapter.local.LocalEmbeddings;
import io.sylion.platform.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which questions are one gap, by the words and the vectors that the product itself makes of them. */
class GapMatchTest {
    private static final EmbeddingModel MODEL = LocalEmbeddings.load();
    private static final UUID GAP = new UUID(0, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Faites-vous les ourlets ?|Bonjour, vous faites des ourlets svp ?",
                "Faites-vous les ourlets ?|Ourlet possible sur un pantalon ?",
                "Livrez-vous en Belgique ?|La livraison en Belgique est-elle possible ?",
                "Livrez-vous en Belgique ?|vs livrez en belgique ?",
                "Avez-vous des cartes cadeaux ?|Bonsoir, proposez-vous une carte cadeau ?",
                "Puis-je payer en plusieurs fois ?|Bonjour, on peut payer en plusieurs fois svp ?",
                "Do you ship to Belgium?|Hello, can you ship to Belgium please?"
            })
    void theSameInOtherWordsIsOneGap(String first, String next) {
        assertThat(find(next, first, true))
                .as("with vectors " + similarity(first, next))
                .contains(GAP);
        assertThat(find(next, first, false)).as("without").contains(GAP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Livrez-vous en Belgique ?|Livrez-vous en Suisse ?",
                "Faites-vous les ourlets ?|Avez-vous des cartes cadeaux ?",
                "Quel est le délai de livraison en Belgique ?|Quel est le prix de la livraison en Belgique ?",
                "Avez-vous des pulls sans laine ?|Avez-vous des pulls en cachemire ?",
                "Comment laver un pull en laine ?|Comment laver une chemise en lin ?"
            })
    void whatHasAWordOfItsOwnOnBothSidesIsAnother(String first, String next) {
        assertThat(find(next, first, true))
                .as("with vectors " + similarity(first, next))
                .isEmpty();
        assertThat(find(next, first, false)).as("without").isEmpty();
    }

    @Test
    void theNearestGapIsTaken() {
        UUID other = new UUID(0, 2);
        List<GapLeader> leaders = List.of(
                new GapLeader(other, "fr", words("Livrez-vous en Belgique le samedi ?"), 0.7),
                new GapLeader(GAP, "fr", words("Livrez-vous en Belgique ?"), 0.7));
        assertThat(GapMatch.find("fr", words("Vous livrez en Belgique ?"), leaders))
                .contains(GAP);
    }

    @Test
    void aGreetingAsksNothing() {
        assertThat(words("Bonjour, merci !")).isEmpty();
    }

    private static Optional<UUID> find(String question, String first, boolean vectors) {
        Language language = Language.of(question);
        return GapMatch.find(
                language.code(),
                TellingWords.of(question, language),
                List.of(new GapLeader(
                        GAP,
                        Language.of(first).code(),
                        TellingWords.of(first, Language.of(first)),
                        vectors ? similarity(first, question) : null)));
    }

    private static double similarity(String one, String other) {
        return CosineSimilarity.between(
                MODEL.embed(one).content(), MODEL.embed(other).content());
    }

    private static List<String> words(String question) {
        return TellingWords.of(question, Language.FR);
    }
}
