package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.knowledge.domain.ContextPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final UUID DOCUMENT = new UUID(0, 1);

    @Test
    void aHitIsReadOnAndFromBeforeUntilThatIsEnough() {
        List<ContextPassage> passages = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            passages.add(passage(i, "", "x".repeat(250)));
        }
        assertThat(new Surroundings(passages).around(DOCUMENT, 10).orElseThrow())
                .extracting(ContextPassage::position)
                .containsExactly(9, 10, 11);
    }

    @Test
    void aHitThatIsGoneIsLeftOut() {
        assertThat(new Surroundings(List.of()).around(DOCUMENT, 3)).isEmpty();
    }

    @Test
    void eachHeadingStandsOnce() {
        assertThat(Surroundings.text(List.of(
                        passage(0, "", "Avant."),
                        passage(1, "Frais", "Un."),
                        passage(2, "Frais", "Deux."),
                        passage(3, "Délais", "Trois."))))
                .isEqualTo("Avant.\n\nFrais\nUn.\nDeux.\n\nDélais\nTrois.");
    }

    private static ContextPassage passage(int position, String heading, String body) {
        return new ContextPassage(new UUID(1, position), DOCUMENT, "nom", "Titre", position, heading, body);
    }
}
