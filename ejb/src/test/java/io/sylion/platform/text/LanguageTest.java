package io.sylion.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bonjour, quels sont vos délais de livraison ? | FR",
                "J’ai oublié mon mot de passe | FR",
                "ou est ma commande svp | FR",
                "Hello, how long does delivery take? | EN",
                "Can I return a dress? | EN",
                "OK | FR",
            })
    void isToldBySmallWords(String text, Language language) {
        assertThat(Language.of(text)).isEqualTo(language);
    }

    @Test
    void sentencesEndWhereTheyDo() {
        assertThat(Sentences.of(
                        "M. Durand livre env. 3 colis par jour. Et vous\u202f? Oui, à 10,50\u00a0€\u202f!\n• Un point\n• Un autre",
                        Language.FR))
                .containsExactly(
                        "M. Durand livre env. 3 colis par jour.",
                        "Et vous\u202f?",
                        "Oui, à 10,50\u00a0€\u202f!",
                        "• Un point",
                        "• Un autre");
    }

    @Test
    void termsAreWordsWithoutTheirClothes() {
        assertThat(Terms.of("Qu’est-ce que l’échange des pantalons achetés ?", Language.FR))
                .contains("echang", "pantalon")
                .doesNotContain("que", "l");
        assertThat(Terms.of("delais", Language.FR)).isEqualTo(Terms.of("Délai", Language.FR));
        assertThat(Terms.of("The customer's deliveries", Language.EN)).isEqualTo(List.of("custom", "deliveri"));
    }
}
