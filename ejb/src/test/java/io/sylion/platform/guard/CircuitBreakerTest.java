package io.sylion.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final SetClock clock = new SetClock();
    private final CircuitBreaker breaker = new CircuitBreaker("graph.example.org", 3, PAUSE, clock);

    @Test
    void leavesTheProviderAloneAfterFailuresInARow() {
        fail(2);
        breaker.enter();
        fail(1);
        CircuitOpen refused = catchThrowableOfType(CircuitOpen.class, breaker::enter);
        assertThat(refused.remaining()).isEqualTo(PAUSE);
    }

    @Test
    void aSuccessForgetsTheFailures() {
        fail(2);
        breaker.succeeded();
        fail(2);
        breaker.enter();
    }

    @Test
    void afterThePauseOneCallTriesAndTheOthersWait() {
        fail(3);
        clock.pass(PAUSE);
        breaker.enter();
        assertThatThrownBy(breaker::enter).isInstanceOf(CircuitOpen.class);
        breaker.succeeded();
        breaker.enter();
        breaker.enter();
    }

    @Test
    void aFailedTrialBeginsAnotherPause() {
        fail(3);
        clock.pass(PAUSE);
        breaker.enter();
        fail(1);
        clock.pass(PAUSE.minusMillis(1));
        assertThatThrownBy(breaker::enter).isInstanceOf(CircuitOpen.class);
        clock.pass(Duration.ofMillis(1));
        breaker.enter();
    }

    @Test
    void aTrialThatNeverTellsDoesNotBlockForEver() {
        fail(3);
        clock.pass(PAUSE);
        breaker.enter();
        clock.pass(PAUSE);
        breaker.enter();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
