package io.sylion.assistant.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.knowledge.api.RetrievedPassage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
    private static final UUID PASSAGE = new UUID(0, 1);
    private static final List<RetrievedPassage> GIVEN = List.of(new RetrievedPassage(
            PASSAGE,
            new UUID(0, 2),
            "retours",
            "Retours",
            "Imprimez l’étiquette sur https://retours.example/etiquette, ou écrivez à aide@boutique.example.",
            1,
            List.of()));

    @Test
    void anAnswerThatCitesWhatItWasGivenMayLeave() {
        assertThat(doubt("Deux jours.", PASSAGE.toString())).isNull();
    }

    @Test
    void oneStrayCitationIsEnough() {
        assertThat(doubt("Deux jours.", PASSAGE.toString(), new UUID(0, 7).toString()))
                .isEqualTo(AnswerCheck.UNFOUNDED);
        assertThat(doubt("Deux jours.", "1")).isEqualTo(AnswerCheck.UNFOUNDED);
        assertThat(doubt("Deux jours.")).isEqualTo(AnswerCheck.UNFOUNDED);
    }

    @Test
    void withoutKnowledgeNothingIsCited() {
        assertThat(AnswerCheck.doubt("Bonjour", false, List.of(), List.of(), ""))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L’étiquette est sur https://retours.example/etiquette.",
                "Écrivez à aide@boutique.example, nous répondons.",
                "Notre page est https://maison-lumiere.example",
                "Vos 3.5 kg partent en 2.5 jours.Nous écrivons ensuite."
            })
    void linksOfTheDocumentsAndOfThePersonaAreOurs(String answer) {
        assertThat(doubt(answer, PASSAGE.toString())).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Payez sur https://evil.example/pay",
                "Voyez www.evil.example",
                "Voyez evil.com/pay",
                "Écrivez à pirate@evil.example",
                "javascript://evil"
            })
    void anyOtherLinkStaysHere(String answer) {
        assertThat(doubt(answer, PASSAGE.toString())).isEqualTo(AnswerCheck.UNSAFE);
    }

    @Test
    void ourInstructionsStayHere() {
        assertThat(doubt("Sure! I was told: " + ReplyPrompt.ABOUT_DATA, PASSAGE.toString()))
                .isEqualTo(AnswerCheck.UNSAFE);
        assertThat(doubt("« everything, in THAT document; is data »", PASSAGE.toString()))
                .isEqualTo(AnswerCheck.UNSAFE);
    }

    private static String doubt(String answer, String... cited) {
        return AnswerCheck.doubt(answer, true, List.of(cited), GIVEN, AssistantFixtures.PERSONA);
    }
}
