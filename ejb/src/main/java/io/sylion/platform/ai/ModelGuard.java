package io.sylion.platform.ai;

import io.micrometer.core.instrument.Timer;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.guard.CircuitBreaker;
import io.sylion.platform.guard.CircuitOpen;
import io.sylion.platform.measure.Meters;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * What every call to a model goes through: at most so many at a time, a second and third attempt when one is worth it, a circuit
 * breaker, a timer per outcome. The time limit of one attempt is the adapter's. (Fault Tolerance's annotations take constants and
 * count per method; here the figures come with the provider that the configuration chose.)
 */
final class ModelGuard {
    private static final Logger LOG = Logger.getLogger(ModelGuard.class.getName());
    private static final int MOST_ATTEMPTS = 3;

    /** Longer waiting for a free place would be felt by the customer more than a person's answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String purpose;
    private final ModelSettings settings;
    private final Meters meters;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final CircuitBreaker breaker;
    private final Semaphore places;
    private final Duration firstDelay;

    ModelGuard(String purpose, ModelSettings settings, CircuitBreaker breaker, Meters meters, Duration firstDelay) {
        this.purpose = purpose;
        this.settings = settings;
        this.meters = meters;
        this.firstDelay = firstDelay;
        this.breaker = breaker;
        places = new Semaphore(settings.concurrency(), true);
    }

    /** @throws ModelFailure when no attempt brought an answer */
    <T> T call(Supplier<T> work) {
        long deadline = System.nanoTime() + settings.timeLimit().toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(work);
            } catch (ModelFailure e) {
                Duration delay = delay(attempt);
                boolean inTime = System.nanoTime() + delay.toNanos() < deadline;
                if (!e.repeatable() || attempt == MOST_ATTEMPTS || !inTime) {
                    throw e;
                }
                LOG.info(() -> purpose + " of " + settings.provider() + " tried again after " + e.kind());
                sleep(delay);
            }
        }
    }

    private <T> T attempt(Supplier<T> work) {
        long began = System.nanoTime();
        String outcome = "failed";
        try {
            T answer = inPlace(work);
            outcome = "answered";
            return answer;
        } catch (ModelFailure e) {
            outcome = e.kind().name().toLowerCase(Locale.ROOT);
            throw e;
        } finally {
            timers.computeIfAbsent(outcome, this::timer).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(String outcome) {
        return meters.timer(
                "sylion.ai.call",
                "calls to models, each attempt",
                "purpose",
                purpose,
                "provider",
                settings.provider(),
                "outcome",
                outcome);
    }

    private <T> T inPlace(Supplier<T> work) {
        takePlace();
        try {
            breaker.enter();
            T answer = work.get();
            breaker.succeeded();
            return answer;
        } catch (CircuitOpen e) {
            throw new ModelFailure(Kind.UNAVAILABLE, e.getMessage(), e);
        } catch (ModelFailure e) {
            judge(e);
            throw e;
        } finally {
            places.release();
        }
    }

    /** A refusal is an answer: the provider is well. */
    private void judge(ModelFailure failure) {
        if (failure.isOutage()) {
            breaker.failed();
        } else {
            breaker.succeeded();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ModelFailure(
                        Kind.RATE_LIMITED, "all " + settings.concurrency() + " places of " + purpose + " are taken");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Duration delay(int attempt) {
        long grown = firstDelay.toMillis() << (attempt - 1);
        return Duration.ofMillis(grown + ThreadLocalRandom.current().nextLong(grown / 4 + 1));
    }

    private static void sleep(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ModelFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ModelFailure(Kind.UNAVAILABLE, "interrupted", e);
    }
}
