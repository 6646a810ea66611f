package io.sylion.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PrecedenceTest {
    private final Precedence precedence = new Precedence();

    @Test
    void aFewPostsHoldNobodyUp() {
        begin(7);

        assertThat(precedence.isRush()).isFalse();
    }

    @Test
    void aRushHoldsUpUntilItIsOver() {
        begin(8);

        assertThat(waited()).isBetween(Duration.ofMillis(15), Duration.ofSeconds(2));
        assertThat(precedence.isRush()).isFalse();
    }

    @Test
    void aRushWithoutEndHoldsUpForAFifthOfASecond() {
        try (ScheduledExecutorService rush = Executors.newSingleThreadScheduledExecutor()) {
            begin(8);
            rush.scheduleAtFixedRate(() -> begin(1), 0, 1, TimeUnit.MILLISECONDS);

            assertThat(waited()).isBetween(Duration.ofMillis(15), Duration.ofSeconds(5));
            rush.shutdownNow();
        }
    }

    private void begin(int posts) {
        for (int i = 0; i < posts; i++) {
            precedence.begin();
        }
    }

    private Duration waited() {
        long from = System.nanoTime();
        precedence.giveWay();
        return Duration.ofNanos(System.nanoTime() - from);
    }
}
