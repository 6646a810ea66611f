package io.sylion.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RushPaceTest {
    private static final long NOW = System.nanoTime();
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);

    private final RushPace pace = new RushPace();

    @BeforeEach
    void tenEachSecond() {
        pace.rate = 10;
    }

    @Test
    void aRushBesideOthersGoesInEvenSteps() {
        pace.othersWork();
        assertThat(pace.pause("a", NOW)).isZero();
        assertThat(pace.pause("a", NOW)).isEqualTo(STEP);
        assertThat(pace.pause("a", NOW + STEP)).isEqualTo(STEP);
    }

    @Test
    void timeThatWasNotUsedIsNotSaved() {
        pace.othersWork();
        pace.pause("a", NOW);
        assertThat(pace.pause("a", NOW + 8 * STEP)).isZero();
        assertThat(pace.pause("a", NOW + 8 * STEP)).isEqualTo(STEP);
    }

    @Test
    void eachRushHasStepsOfItsOwn() {
        pace.othersWork();
        pace.pause("a", NOW);
        assertThat(pace.pause("b", NOW)).isZero();
    }

    @Test
    void aRushThatIsAloneGoesAsFastAsItCan() {
        pace.othersWork();
        long later = NOW + TimeUnit.SECONDS.toNanos(2);
        assertThat(pace.pause("a", later)).isZero();
        assertThat(pace.pause("a", later)).isZero();
    }
}
