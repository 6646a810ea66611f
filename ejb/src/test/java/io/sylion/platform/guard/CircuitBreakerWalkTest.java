package io.sylion.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever calls end how and when: an ailing provider is asked once a pause at most, one that answers without limit. */
class CircuitBreakerWalkTest {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int LIMIT = 3;

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void longWalks() {
        Random chance = new Random(20261124);
        for (int walk = 0; walk < 5_000; walk++) {
            walk(chance);
        }
    }

    private void walk(Random chance) {
        CircuitBreaker breaker = new CircuitBreaker("graph.example.org", LIMIT, PAUSE, clock());
        int failures = 0;
        Instant asked = Instant.MIN;
        for (int step = 0; step < 60; step++) {
            now = now.plusSeconds(chance.nextInt(6));
            boolean open = failures >= LIMIT;
            assertThat(breaker.isOpen()).isEqualTo(open);
            boolean entered = enters(breaker);
            assertThat(entered).isEqualTo(!open || !now.isBefore(asked.plus(PAUSE)));
            if (entered) {
                asked = now;
                switch (chance.nextInt(4)) {
                    case 0 -> {
                        breaker.succeeded();
                        failures = 0;
                    }
                    case 1 -> {
                        // never tells
                    }
                    default -> {
                        breaker.failed();
                        failures++;
                    }
                }
            }
        }
    }

    private static boolean enters(CircuitBreaker breaker) {
        try {
            breaker.enter();
            return true;
        } catch (CircuitOpen e) {
            assertThat(e.remaining()).isBetween(Duration.ofNanos(1), PAUSE);
            return false;
        }
    }

    private Clock clock() {
        return new Clock() {
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
        };
    }
}
