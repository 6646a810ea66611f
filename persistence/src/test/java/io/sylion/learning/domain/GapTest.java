package io.sylion.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GapTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Gap gap = new Gap(NOW);

    @Test
    void isClosedOnceAllItsQuestionsFindTheArticle() {
        gap.write(new UUID(0, 1), NOW);
        gap.replayed(false, NOW);
        assertThat(gap.state()).isEqualTo(GapState.OPEN);
        gap.replayed(true, LATER);
        assertThat(gap.state()).isEqualTo(GapState.ANSWERED);
        assertThat(gap.stateAt()).isEqualTo(LATER);
    }

    @Test
    void isOpenAgainWhenTheAnswerDoesNotHelp() {
        gap.replayed(true, NOW);
        gap.ask(LATER, LATER);
        assertThat(gap.state()).isEqualTo(GapState.OPEN);
        assertThat(gap.lastAskedAt()).isEqualTo(LATER);
    }

    @Test
    void isOpenAgainWhenItsArticleIsRemoved() {
        gap.write(new UUID(0, 1), NOW);
        gap.replayed(true, NOW);
        gap.lose(LATER);
        assertThat(gap.state()).isEqualTo(GapState.OPEN);
        assertThat(gap.documentId()).isNull();
        assertThat(gap.replayedAt()).isNull();
        gap.dismiss(LATER);
        gap.lose(LATER);
        assertThat(gap.state()).as("nobody wants an answer").isEqualTo(GapState.DISMISSED);
    }

    @Test
    void whatWasDismissedIsOnlyCounted() {
        gap.dismiss(NOW);
        gap.ask(LATER, LATER);
        gap.replayed(true, LATER);
        assertThat(gap.state()).isEqualTo(GapState.DISMISSED);
        assertThat(gap.asked()).isEqualTo(1);
        gap.reopen(LATER);
        assertThat(gap.state()).isEqualTo(GapState.OPEN);
    }

    @Test
    void aQuestionThatComesLateDoesNotMoveTheTimeBack() {
        gap.ask(NOW.minusSeconds(60), NOW);
        assertThat(gap.lastAskedAt()).isEqualTo(NOW);
    }

    @Test
    void anotherAnswerIsToBeFoundAnew() {
        gap.write(new UUID(0, 1), NOW);
        gap.replayed(true, NOW);
        gap.write(new UUID(0, 2), LATER);
        assertThat(gap.state()).isEqualTo(GapState.OPEN);
        assertThat(gap.replayedAt()).isNull();
    }
}
