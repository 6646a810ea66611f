package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.knowledge.api.LegScore;
import io.sylion.knowledge.api.RetrievalLeg;
import io.sylion.knowledge.domain.PassageHit;
import io.sylion.knowledge.service.Fusion.Found;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final UUID DOCUMENT = new UUID(0, 100);
    private static final UUID OTHER = new UUID(0, 200);
    private static final UUID THIRD = new UUID(0, 300);

    @Test
    void whatTwoLegsFindComesBeforeWhatOneFinds() {
        List<Found> found = Fusion.fuse(List.of(
                leg(RetrievalLeg.WORDS, hit(1, OTHER, 0), hit(2, DOCUMENT, 0)),
                leg(RetrievalLeg.LETTERS, hit(3, THIRD, 0), hit(4, DOCUMENT, 3))));
        assertThat(found).extracting(Found::documentId).startsWith(DOCUMENT).hasSize(3);
    }

    @Test
    void whatIsFirstInEveryLegHasTheWholeScore() {
        List<Found> found = Fusion.fuse(List.of(
                leg(RetrievalLeg.WORDS, hit(1, DOCUMENT, 0)),
                leg(RetrievalLeg.LETTERS, hit(1, DOCUMENT, 0)),
                leg(RetrievalLeg.MEANING, hit(1, DOCUMENT, 0))));
        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.score()).isEqualTo(1);
            assertThat(each.legs()).extracting(LegScore::rank).containsOnly(1);
        });
    }

    @Test
    void aDocumentHasThePlaceOfItsBestPassage() {
        List<Found> found = Fusion.fuse(List.of(leg(
                RetrievalLeg.WORDS, hit(1, DOCUMENT, 0), hit(2, DOCUMENT, 1), hit(3, DOCUMENT, 2), hit(4, OTHER, 0))));
        assertThat(found.getLast().legs()).extracting(LegScore::rank).containsExactly(2);
        assertThat(found.getFirst().passages()).extracting(PassageHit::position).containsExactly(0, 1, 2);
    }

    @Test
    void lettersSayWhichDocumentAndTheOthersWhichPassage() {
        List<Found> found = Fusion.fuse(List.of(
                leg(RetrievalLeg.LETTERS, hit(1, DOCUMENT, 0)), leg(RetrievalLeg.MEANING, hit(2, DOCUMENT, 7))));
        assertThat(found.getFirst().passages()).extracting(PassageHit::position).containsExactly(7, 0);
    }

    @Test
    void whatIsWeakInEveryLegIsLeftOut() {
        LegHits words = new LegHits(RetrievalLeg.WORDS, 5, List.of(scored(1, DOCUMENT, 6), scored(2, OTHER, 4)));
        LegHits meaning =
                new LegHits(RetrievalLeg.MEANING, 0.5, List.of(scored(3, OTHER, 0.4), scored(4, DOCUMENT, 0.3)));
        assertThat(Fusion.fuse(List.of(words, meaning)))
                .singleElement()
                .satisfies(each -> assertThat(each.legs()).hasSize(2));
    }

    /** Similarities by different models are not compared: each model's first is a first. */
    @Test
    void basesOfTwoModelsAreTwoLegs() {
        LegHits former =
                new LegHits(RetrievalLeg.MEANING, 0.7, List.of(scored(1, DOCUMENT, 0.8), scored(2, OTHER, 0.6)));
        LegHits next = new LegHits(RetrievalLeg.MEANING, 0.4, List.of(scored(3, THIRD, 0.5)));
        List<Found> found = Fusion.fuse(List.of(former, next));
        assertThat(found).extracting(Found::documentId).containsExactlyInAnyOrder(DOCUMENT, THIRD);
        assertThat(found).extracting(Found::score).containsOnly(found.getFirst().score());
    }

    @Test
    void nothingFoundIsNothingFused() {
        assertThat(Fusion.fuse(List.of(leg(RetrievalLeg.WORDS), leg(RetrievalLeg.MEANING))))
                .isEmpty();
    }

    private static LegHits leg(RetrievalLeg leg, PassageHit... hits) {
        return new LegHits(leg, 0, List.of(hits));
    }

    private static PassageHit hit(long id, UUID document, int position) {
        return new PassageHit(new UUID(0, id), document, position, 1);
    }

    private static PassageHit scored(long id, UUID document, double score) {
        return new PassageHit(new UUID(0, id), document, 0, score);
    }
}
