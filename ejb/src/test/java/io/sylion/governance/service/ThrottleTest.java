package io.sylion.governance.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void fifthFailureBeginsAPauseOfFifteenMinutes() {
        Throttle throttle = afterFailures(4);
        assertThat(throttle.isPaused(NOON)).isFalse();
        assertThat(throttle.triesLeft(Throttle.TRIES)).isEqualTo(1);

        Throttle paused = throttle.attempt(NOON, Throttle.TRIES);
        assertThat(paused.triesLeft(Throttle.TRIES)).isZero();
        assertThat(paused.isPaused(NOON.plus(Duration.ofMinutes(14)))).isTrue();
        assertThat(paused.isPaused(NOON.plus(Duration.ofMinutes(15)))).isFalse();
    }

    @Test
    void countBeginsAnewAfterThePause() {
        Throttle paused = afterFailures(5);
        Throttle next = paused.attempt(NOON.plus(Duration.ofMinutes(16)), Throttle.TRIES);
        assertThat(next.failures()).isEqualTo(1);
        assertThat(next.triesLeft(Throttle.TRIES)).isEqualTo(4);
    }

    @Test
    void oldFailuresAreForgotten() {
        Throttle next = afterFailures(4).attempt(NOON.plus(Duration.ofMinutes(20)), Throttle.TRIES);
        assertThat(next.failures()).isEqualTo(1);
    }

    @Test
    void addressHasMoreTriesThanAnEmail() {
        Throttle throttle = new Throttle(0, NOON, null);
        for (int i = 0; i < 19; i++) {
            throttle = throttle.attempt(NOON, Throttle.TRIES_OF_ADDRESS);
        }
        assertThat(throttle.isPaused(NOON)).isFalse();
        assertThat(throttle.attempt(NOON, Throttle.TRIES_OF_ADDRESS).isPaused(NOON))
                .isTrue();
    }

    private static Throttle afterFailures(int failures) {
        Throttle throttle = new Throttle(0, NOON, null);
        for (int i = 0; i < failures; i++) {
            throttle = throttle.attempt(NOON, Throttle.TRIES);
        }
        return throttle;
    }
}
