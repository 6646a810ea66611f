package io.sylion.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FairSharesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final FairShares shares = new FairShares();

    @BeforeEach
    void setClock() {
        at(NOON);
    }

    private void at(Instant now) {
        shares.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    @Test
    void aRushStandsBehindUntilItIsWorkedOff() {
        for (int i = 0; i < FairShares.MOST_WAITING; i++) {
            assertThat(shares.enter("q", "a")).isFalse();
        }
        assertThat(shares.isRushing("q", "a")).isFalse();
        assertThat(shares.enter("q", "a")).isTrue();
        assertThat(shares.isRushing("q", "a")).isTrue();
        for (int i = 0; i < FairShares.MOST_WAITING; i++) {
            shares.leave("q", "a");
        }
        assertThat(shares.enter("q", "a")).as("one still waits").isTrue();
        shares.leave("q", "a");
        shares.leave("q", "a");
        assertThat(shares.enter("q", "a")).isFalse();
    }

    @Test
    void othersAndOtherQueuesDoNotFeelIt() {
        for (int i = 0; i <= FairShares.MOST_WAITING; i++) {
            shares.enter("q", "a");
        }
        assertThat(shares.enter("q", "b")).isFalse();
        assertThat(shares.enter("r", "a")).isFalse();
    }

    @Test
    void whatWasLostIsForgotten() {
        for (int i = 0; i <= FairShares.MOST_WAITING; i++) {
            shares.enter("q", "a");
        }
        at(NOON.plus(Duration.ofMinutes(2)));
        assertThat(shares.enter("q", "a")).isFalse();
    }

    @Test
    void leavingMoreOftenThanEnteringIsHarmless() {
        shares.leave("q", "a");
        shares.enter("q", "a");
        shares.leave("q", "a");
        shares.leave("q", "a");
        assertThat(shares.enter("q", "a")).isFalse();
    }

    @Test
    void aRushWaitsForWhatIsAheadOfIt() {
        for (int i = 0; i < FairShares.MOST_WAITING; i++) {
            shares.enter("q", "a");
        }
        assertThat(shares.hasAhead("q", "a")).as("no rush yet").isFalse();
        shares.enter("q", "a");
        shares.enter("q", "a");
        for (int i = 0; i < FairShares.MOST_WAITING; i++) {
            assertThat(shares.hasAhead("q", "a")).isTrue();
            shares.leave("q", "a");
        }
        assertThat(shares.hasAhead("q", "a")).isFalse();
    }

    @Test
    void aRushDoesNotWaitForWhatNeverComes() {
        for (int i = 0; i <= FairShares.MOST_WAITING; i++) {
            shares.enter("q", "a");
        }
        at(NOON.plus(Duration.ofSeconds(31)));
        shares.enter("q", "a");
        assertThat(shares.hasAhead("q", "a")).isFalse();
        shares.leave("q", "a");
        assertThat(shares.hasAhead("q", "a")).as("nor do its next commands").isFalse();
    }

    @Test
    void whatNeverComesIsNotCountedAnyLonger() {
        for (int i = 0; i <= FairShares.MOST_WAITING; i++) {
            shares.enter("q", "a");
        }
        for (int i = 1; i < FairShares.MOST_WAITING; i++) {
            shares.leave("q", "a");
        }
        assertThat(shares.hasAhead("q", "a")).as("one was taken off the queue").isTrue();
        at(NOON.plus(Duration.ofSeconds(31)));
        assertThat(shares.hasAhead("q", "a")).isFalse();
        shares.leave("q", "a");
        assertThat(shares.enter("q", "a")).as("the rush is over").isFalse();
    }
}
