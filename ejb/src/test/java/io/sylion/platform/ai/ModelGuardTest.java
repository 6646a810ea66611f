package io.sylion.platform.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.guard.CircuitBreaker;
import io.sylion.platform.measure.Meters;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ModelGuardTest {
    private final CircuitBreaker breaker = new CircuitBreaker("test", 8, Duration.ofSeconds(15), Clock.systemUTC());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void aPassingFailureIsTriedAgain() {
        String answer = guard(1, Duration.ofSeconds(20)).call(() -> {
            if (calls.incrementAndGet() < 3) {
                throw ModelFailure.ofStatus(429, "slow down", null);
            }
            return "yes";
        });
        assertThat(answer).isEqualTo("yes");
        assertThat(calls).hasValue(3);
        assertThat(meters.get("sylion.ai.call")
                        .tag("outcome", "rate_limited")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void thirdTimeIsTheLast() {
        assertThatThrownBy(() -> guard(1, Duration.ofSeconds(20)).call(() -> {
                    calls.incrementAndGet();
                    throw ModelFailure.ofStatus(503, "down", null);
                }))
                .isInstanceOf(ModelFailure.class);
        assertThat(calls).hasValue(3);
    }

    @Test
    void aRefusalIsNotRepeated() {
        assertThatThrownBy(() -> guard(1, Duration.ofSeconds(20)).call(() -> {
                    calls.incrementAndGet();
                    throw ModelFailure.ofStatus(403, "no", null);
                }))
                .isInstanceOf(ModelFailure.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void noAttemptBeginsAfterTheTimeLimit() {
        assertThatThrownBy(() -> guard(1, Duration.ofMillis(1)).call(() -> {
                    calls.incrementAndGet();
                    throw ModelFailure.ofStatus(429, "slow down", null);
                }))
                .isInstanceOf(ModelFailure.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void noMoreCallsAtOnceThanPlaces() throws Exception {
        ModelGuard guard = guard(2, Duration.ofSeconds(20));
        AtomicInteger most = new AtomicInteger();
        CountDownLatch begin = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Future<?>[] work = new Future<?>[8];
            for (int i = 0; i < work.length; i++) {
                work[i] = threads.submit(() -> {
                    begin.await();
                    return guard.call(() -> {
                        most.accumulateAndGet(calls.incrementAndGet(), Math::max);
                        pause();
                        return calls.decrementAndGet();
                    });
                });
            }
            begin.countDown();
            for (Future<?> each : work) {
                each.get();
            }
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void outagesInARowOpenTheCircuitAndRefusalsDoNot() {
        ModelGuard guard = guard(1, Duration.ofMillis(1));
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> guard.call(() -> {
                        throw ModelFailure.ofStatus(400, "no", null);
                    }))
                    .isInstanceOf(ModelFailure.class);
        }
        assertThat(breaker.isOpen()).isFalse();
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> guard.call(() -> {
                        throw new ModelFailure(Kind.TIMEOUT, "silence");
                    }))
                    .isInstanceOf(ModelFailure.class);
        }
        assertThat(breaker.isOpen()).isTrue();
        assertThatThrownBy(() -> guard.call(calls::incrementAndGet))
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
        assertThat(calls).hasValue(0);
    }

    private ModelGuard guard(int places, Duration limit) {
        ModelSettings settings = new ModelSettings("test", "model", null, null, null, null, null, 0, limit, places);
        return new ModelGuard("answer", settings, breaker, new Meters(meters), Duration.ofMillis(5));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
