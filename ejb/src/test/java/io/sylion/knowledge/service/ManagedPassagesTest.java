package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.knowledge.api.LegScore;
import io.sylion.knowledge.api.RetrievalLeg;
import io.sylion.knowledge.api.RetrievalRequest;
import io.sylion.knowledge.api.RetrievedPassage;
import io.sylion.platform.ai.ManagedHit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagedPassagesTest {
    private static final String STORE = "projects/p/locations/eu/collections/default_collection/engines/e";
    private static final RetrievalRequest REQUEST = new RetrievalRequest("délais ?", List.of(), 3);

    @Test
    void theSameWordsOfTheSameDocumentHaveTheSameId() {
        RetrievedPassage first = of(hit("a", "Deux jours.", "Cinq jours.")).getFirst();
        RetrievedPassage again = of(hit("b", "Autre chose."), hit("a", "Cinq jours.", "Deux jours."))
                .getLast();
        assertThat(again.text()).isEqualTo("Deux jours.");
        assertThat(again.passageId()).isEqualTo(first.passageId());
        assertThat(again.documentId()).isEqualTo(first.documentId());
    }

    @Test
    void otherWordsAnotherDocumentAndAnotherStoreHaveOthers() {
        assertThat(List.of(
                        of(hit("a", "Deux jours.")).getFirst().passageId(),
                        of(hit("a", "Trois jours.")).getFirst().passageId(),
                        of(hit("b", "Deux jours.")).getFirst().passageId(),
                        ManagedPassages.of(STORE + "2", List.of(hit("a", "Deux jours.")), REQUEST)
                                .getFirst()
                                .passageId(),
                        of(hit("a", "Deux jours.")).getFirst().documentId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void placesAreGivenAsTheyCame() {
        List<RetrievedPassage> passages = of(hit("a", "Un."), hit("b", "Deux."));
        assertThat(passages).extracting(RetrievedPassage::externalId).containsExactly("a", "b");
        assertThat(passages.getFirst().score()).isEqualTo(1);
        assertThat(passages.getLast().score()).isLessThan(1).isPositive();
        assertThat(passages.getLast().legs()).containsExactly(new LegScore(RetrievalLeg.MANAGED, 2, 0.5));
    }

    @Test
    void fewOfEachAndNothingTwice() {
        assertThat(of(hit("a", "1", "2", "3"), hit("b", "1", "4"), hit("c", "5")))
                .extracting(RetrievedPassage::text)
                .containsExactly("1", "2", "4");
    }

    @Test
    void foreignTextIsCleanedAndCut() {
        List<RetrievedPassage> passages = of(hit("a", "\u0000", "mot\u0000" + "x".repeat(9_000)));
        assertThat(passages).singleElement().satisfies(passage -> {
            assertThat(passage.text()).startsWith("motx").hasSize(4_000);
        });
    }

    private static ManagedHit hit(String document, String... texts) {
        return new ManagedHit(document, "Titre", List.of(texts), 0.5);
    }

    private static List<RetrievedPassage> of(ManagedHit... hits) {
        return ManagedPassages.of(STORE, List.of(hits), REQUEST);
    }
}
