package io.sylion.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void aTextNeedsNoReading() {
        Document document = document();
        document.rewrite("Retours", "text/markdown", "fr", "Sous 30 jours.", NOW);
        assertThat(document.isRead()).isTrue();
        document.indexed(NOW);
        document.requeue(NOW);
        assertThat(document.isRead()).as("an index anew needs none either").isTrue();
    }

    @Test
    void aFileIsReadOnceForEachVersion() {
        Document document = document();
        document.replaceFile("a.pdf", "a.pdf", "key", 10, NOW);
        assertThat(document.isRead()).isFalse();
        read(document, "Sous 30 jours.");
        assertThat(document.isRead()).isTrue();
        document.indexed(NOW);
        document.requeue(NOW);
        assertThat(document.isRead()).as("its words are known").isTrue();
        document.replaceFile("a.pdf", "a.pdf", "key2", 10, NOW);
        assertThat(document.isRead()).isFalse();
        assertThat(document.indexedRevision()).as("what is found meanwhile").isEqualTo(1);
    }

    @Test
    void aPageThatSaysTheSameIsNotIndexedAnew() {
        Document document = document();
        document.visit("example", "https://example.org/", NOW);
        read(document, "Ouvert le lundi.");
        document.indexed(NOW);
        int found = document.indexedRevision();
        document.visit(document.title(), document.address(), NOW.plusSeconds(1));
        assertThat(document.isFound("titre", "Ouvert le lundi.")).isTrue();
        assertThat(document.isFound("titre", "Ouvert le mardi.")).isFalse();
        document.unchanged(NOW.plusSeconds(2));
        assertThat(document.state()).isEqualTo(DocumentState.INDEXED);
        assertThat(document.revision()).isEqualTo(found);
        document.readAgain(NOW);
        assertThat(document.isFound("titre", "Ouvert le lundi."))
                .as("it was asked for")
                .isFalse();
    }

    @Test
    void whatNobodyLookedAtForLongIsStale() {
        Document document = document();
        document.rewrite("Retours", "text/markdown", "fr", "Sous 30 jours.", NOW);
        Instant halfAYearLater = NOW.plus(Duration.ofDays(180));
        assertThat(document.details().stale(NOW.plusSeconds(1)))
                .as("not found yet")
                .isFalse();
        document.indexed(NOW);
        assertThat(document.details().stale(NOW)).isFalse();
        assertThat(document.details().stale(NOW.plusSeconds(1))).isTrue();
        document.requeue(halfAYearLater);
        document.indexed(halfAYearLater);
        assertThat(document.details().stale(NOW.plusSeconds(1)))
                .as("an index anew says nothing of the words")
                .isTrue();
        document.review(halfAYearLater);
        assertThat(document.details().stale(halfAYearLater)).isFalse();
        assertThat(document.details().changedAt())
                .as("its words are as old as before")
                .isEqualTo(NOW);
    }

    @Test
    void anAttemptIsTakenByOne() {
        Document document = document();
        document.rewrite("Retours", "text/markdown", "fr", "Sous 30 jours.", NOW);
        assertThat(document.claim(NOW)).isTrue();
        assertThat(document.claim(NOW)).as("a repeated message").isFalse();
        document.asked(NOW);
        assertThat(document.claim(NOW)).as("after a crash").isTrue();
        assertThat(document.attempts()).isEqualTo(2);
        document.indexed(NOW);
        assertThat(document.claim(NOW)).isFalse();
    }

    @Test
    void whatBreaksOffTimeAndAgainIsLeft() {
        Document document = document();
        document.rewrite("Retours", "text/markdown", "fr", "Sous 30 jours.", NOW);
        for (int i = 0; i < 8; i++) {
            assertThat(document.claim(NOW)).isTrue();
            document.asked(NOW);
        }
        assertThat(document.claim(NOW)).isFalse();
        assertThat(document.state()).isEqualTo(DocumentState.FAILED);
        document.readAgain(NOW);
        assertThat(document.claim(NOW)).as("when a member wants it").isTrue();
    }

    @Test
    void aFailureIsForgottenByTheNextAttempt() {
        Document document = document();
        document.replaceFile("a.pdf", "a.pdf", "key", 10, NOW);
        document.failed(DocumentProblem.ENCRYPTED, null, true, NOW);
        assertThat(document.details().failed()).isTrue();
        assertThat(document.problem()).isEqualTo(DocumentProblem.ENCRYPTED);
        document.readAgain(NOW);
        assertThat(document.problem()).isNull();
        assertThat(document.details().working()).isTrue();
    }

    @Test
    void anObjectIsRemovedWithGrowingPauses() {
        ObjectRemoval removal = new ObjectRemoval(NOW, "key", NOW);
        removal.failed(NOW);
        assertThat(removal.dueAt()).isEqualTo(NOW.plusSeconds(30));
        for (int i = 0; i < 20; i++) {
            removal.failed(NOW);
        }
        assertThat(removal.dueAt()).isBefore(NOW.plus(Duration.ofHours(2)));
    }

    private static Document document() {
        return new Document(NOW, UUID.randomUUID(), "a");
    }

    private static void read(Document document, String text) {
        document.read("titre", "application/pdf", 1, "fr", text, NOW);
    }
}
