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
        pace.intakeRate = 20;
        pace.begin();
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
    void aRushIsTakenInByStepsButNobodyWaitsForLong() {
        pace.othersWork();
        assertThat(pace.intakePause("a", NOW)).isZero();
        assertThat(pace.intakePause("a", NOW)).isEqualTo(STEP / 2);
        for (int i = 0; i < 100; i++) {
            pace.intakePause("a", NOW);
        }
        assertThat(pace.intakePause("a", NOW)).isEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(pace.pause("a", NOW)).as("its work has other steps").isZero();
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
