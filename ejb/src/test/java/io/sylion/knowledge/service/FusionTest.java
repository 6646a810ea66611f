package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.knowledge.domain.FoundPassage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final UUID DOCUMENT = new UUID(0, 100);

    @Test
    void whatBothLegsFindComesBeforeWhatOneFinds() {
        FoundPassage both = passage(1, DOCUMENT, 0);
        FoundPassage words = passage(2, DOCUMENT, 5);
        FoundPassage meaning = passage(3, DOCUMENT, 9);
        assertThat(Fusion.fuse(List.of(List.of(words, both), List.of(meaning, both))))
                .extracting(FoundPassage::id)
                .startsWith(both.id())
                .hasSize(3);
    }

    @Test
    void scoresOfTheLegsDoNotMatterPlacesDo() {
        FoundPassage first = scored(1, 0.4);
        FoundPassage second = scored(2, 0.3);
        assertThat(Fusion.fuse(List.of(List.of(first, second), List.of())))
                .extracting(FoundPassage::id)
                .containsExactly(first.id(), second.id());
        assertThat(Fusion.fuse(List.of(List.of(first), List.of(scored(1, 99)))))
                .singleElement()
                .satisfies(found -> assertThat(found.score()).isEqualTo(2.0 / 61));
    }

    @Test
    void neighboursOfOneDocumentBelongTogether() {
        FoundPassage best = passage(1, DOCUMENT, 3);
        FoundPassage other = passage(2, new UUID(0, 200), 2);
        FoundPassage before = passage(3, DOCUMENT, 2);
        FoundPassage far = passage(4, DOCUMENT, 7);
        assertThat(Fusion.neighbours(List.of(best, other, before, far)))
                .containsExactly(List.of(best, before), List.of(other), List.of(far));
    }

    @Test
    void nothingFoundIsNothingFused() {
        assertThat(Fusion.fuse(List.of(List.of(), List.of()))).isEmpty();
        assertThat(Fusion.neighbours(List.of())).isEmpty();
    }

    private static FoundPassage passage(long id, UUID document, int position) {
        return new FoundPassage(new UUID(0, id), document, "Titre", position, "", "Texte", 1);
    }

    private static FoundPassage scored(long id, double score) {
        return new FoundPassage(new UUID(0, id), DOCUMENT, "Titre", (int) id * 10, "", "Texte", score);
    }
}
