package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.sylion.knowledge.service.PassageSplitter.Part;
import io.sylion.platform.text.Language;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageSplitterTest {

    @Test
    void aPassageKnowsTheHeadingsAboveItButNotTheTitle() {
        List<Part> parts = markdown("""
                # Livraison

                Nous livrons en France.

                ## Frais

                Trois euros.

                ### En Corse

                Cinq euros.

                ## Délais

                Deux jours.
                """);
        assertThat(parts)
                .containsExactly(
                        new Part("", "Nous livrons en France."),
                        new Part("Frais", "Trois euros."),
                        new Part("Frais › En Corse", "Cinq euros."),
                        new Part("Délais", "Deux jours."));
    }

    @Test
    void markdownBecomesPlainText() {
        List<Part> parts = markdown("""
                **Gratuit** dès 60 € — *vraiment*, voir [nos frais](https://exemple.fr/frais) ou [plus bas](#bas).
                - `Relais` : 3,90 €
                2. Domicile
                ---
                > Une citation <br/> utile
                """);
        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().body()).isEqualTo("""
                Gratuit dès 60 € — vraiment, voir nos frais (https://exemple.fr/frais) ou plus bas.
                • Relais : 3,90 €
                • Domicile
                Une citation  utile""");
    }

    @Test
    void plainTextKeepsItsSigns() {
        assertThat(PassageSplitter.split("Titre", "text/plain", Language.FR, "# pas un titre\n- ni une *liste*"))
                .containsExactly(new Part("", "# pas un titre - ni une *liste*"));
    }

    @Test
    void longTextIsCutBetweenSentencesAndNothingIsLost() {
        String sentence = "La livraison prend deux à quatre jours, env. trois en moyenne. ";
        String text = sentence.repeat(60).strip();
        List<Part> parts = markdown(text);
        assertThat(parts)
                .hasSizeGreaterThan(3)
                .allSatisfy(part ->
                        assertThat(part.body()).hasSizeLessThanOrEqualTo(1000).endsWith("moyenne."));
        assertThat(String.join(" ", parts.stream().map(Part::body).toList())).isEqualTo(text);
    }

    @Test
    void aSentenceWithoutEndIsCutBetweenWords() {
        String text = "mot ".repeat(700).strip();
        List<Part> parts = markdown(text);
        assertThat(parts)
                .allSatisfy(part ->
                        assertThat(part.body()).hasSizeLessThanOrEqualTo(900).startsWith("mot"));
        assertThat(String.join(" ", parts.stream().map(Part::body).toList())).isEqualTo(text);
    }

    @Test
    void anEmptyTextHasNoPassages() {
        assertThat(markdown("\n \n# Seulement un titre\n")).isEmpty();
    }

    private static List<Part> markdown(String text) {
        return PassageSplitter.split("Livraison", "text/markdown", Language.FR, text);
    }

    /** Each of these made one of the patterns overflow the stack or look ahead over and over. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "= ", "*a ", "`a ", "[", "<a", "# a  ", "P. ", "|", "a"})
    void longLinesOfMarksAreReadInGoodTime(String mark) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> PassageSplitter.split("Titre", "text/markdown", Language.FR, mark.repeat(30_000)));
    }

    @Test
    void rulesEndAParagraph() {
        assertThat(PassageSplitter.split("Titre", "text/markdown", Language.FR, "a\n- - -\nb\n|--|:-:|\nc\n**\nd"))
                .extracting(Part::body)
                .containsExactly("a\nb\nc ** d");
    }
}
