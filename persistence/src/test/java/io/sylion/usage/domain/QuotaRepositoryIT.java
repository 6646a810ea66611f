package io.sylion.usage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.persistence.DatabaseTest;
import io.sylion.platform.persistence.Ids;
import io.sylion.tenant.domain.TenantScope;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuotaRepositoryIT extends DatabaseTest {
    private static final Instant NOW = noon("2026-11-20");

    private TenantScope tenant;

    @BeforeEach
    void openMonth() throws Exception {
        tenant = newTenant();
        on(quotas -> {
            quotas.openMonth(NOW);
            return null;
        });
        limit(QuotaMetric.AI_REPLIES, 100);
    }

    @Test
    void twoHundredAtOnceGetExactlyTheLimit() throws Exception {
        List<Callable<Boolean>> wishes = IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(i -> () -> reserve("reply-" + i, 1) != null)
                .toList();
        long got = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (Future<Boolean> answer : threads.invokeAll(wishes)) {
                got += answer.get() ? 1 : 0;
            }
        }
        assertThat(got).isEqualTo(100);
        assertThat(meter(QuotaMetric.AI_REPLIES).reserved()).isEqualTo(100);
        assertThat(meter(QuotaMetric.AI_REPLIES).isReached()).isTrue();
    }

    @Test
    void theSameReferenceHoldsOnce() {
        Reservation first = reserve("reply", 3);
        Reservation second = reserve("reply", 3);
        assertThat(second).isEqualTo(first);
        assertThat(meter(QuotaMetric.AI_REPLIES).reserved()).isEqualTo(3);
    }

    @Test
    void theSameReferenceAtOnceHoldsOnce() throws Exception {
        Callable<UUID> wish = () -> {
            while (true) {
                try {
                    return on(quotas -> held(quotas.reserve(wish("reply", 1))));
                } catch (IllegalStateException collided) {
                    // rolled back, as the service does, and tried again
                }
            }
        };
        List<Callable<UUID>> wishes = Collections.nCopies(16, wish);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            assertThat(threads.invokeAll(wishes).stream().map(Future::resultNow).distinct())
                    .hasSize(1);
        }
        assertThat(meter(QuotaMetric.AI_REPLIES).reserved()).isEqualTo(1);
    }

    @Test
    void settlingCountsWhatWasUsedAndOnlyOnce() {
        Reservation held = reserve("tokens", 10);
        assertThat(settle(held, 7)).isTrue();
        assertThat(settle(held, 7)).isFalse();
        QuotaMeter meter = meter(QuotaMetric.AI_REPLIES);
        assertThat(meter.used()).isEqualTo(7);
        assertThat(meter.reserved()).isZero();
        Reservation again = reserve("tokens", 10);
        assertThat(again.settled()).isTrue();
        assertThat(again.id()).isEqualTo(held.id());
        assertThat(meter(QuotaMetric.AI_REPLIES).reserved()).isZero();
    }

    @Test
    void releasingGivesBack() {
        Reservation held = reserve("reply", 100);
        assertThat(reserve("other", 1)).isNull();
        assertThat(release(held)).isTrue();
        assertThat(release(held)).isFalse();
        assertThat(reserve("other", 1)).isNotNull();
    }

    @Test
    void whatACrashHeldGoesBackAfterItsTime() {
        reserve("crashed", 40);
        assertThat(expire(NOW.plusSeconds(599))).isZero();
        assertThat(expire(NOW.plusSeconds(600))).isEqualTo(1);
        assertThat(meter(QuotaMetric.AI_REPLIES).reserved()).isZero();
    }

    @Test
    void theMonthBeginsInTheTenantsTimeZone() throws Exception {
        tenant = newTenant("Pacific/Auckland");
        Instant stillNovemberInParis = Instant.parse("2026-11-30T20:00:00Z");
        on(quotas -> {
            quotas.openMonth(stillNovemberInParis);
            return null;
        });
        assertThat(meters(stillNovemberInParis).getFirst().resetsAt()).isEqualTo(Instant.parse("2026-12-31T11:00:00Z"));
    }

    @Test
    void aMonthWithoutCounterSaysSo() {
        ReservationAnswer answer = on(quotas -> quotas.reserve(new ReservationRequest(
                Ids.next(), QuotaMetric.DOCUMENTS, 1, "later", noon("2026-12-20"), noon("2026-12-21"))));
        assertThat(answer.reservation()).isNull();
        assertThat(answer.limit()).isNull();
    }

    @Test
    void metersShowTheSmallestPlanUntilAnotherIsChosen() {
        assertThat(meters(noon("2026-12-20")))
                .extracting(QuotaMeter::metric, QuotaMeter::limit, QuotaMeter::used)
                .startsWith(org.assertj.core.groups.Tuple.tuple(QuotaMetric.AI_REPLIES, 500L, 0L))
                .hasSize(QuotaMetric.values().length);
        inTransaction(tenant, entities -> {
            PlanRepository plans = new PlanRepository(entities);
            plans.add(new Subscription(NOW, "PRO"));
            plans.flush();
            new QuotaRepository(entities).applyPlan(NOW);
            return null;
        });
        assertThat(meter(QuotaMetric.AI_REPLIES).limit()).isEqualTo(5000);
    }

    @Test
    void anotherTenantsReservationIsNotTouched() throws Exception {
        Reservation held = reserve("reply", 1);
        TenantScope other = newTenant();
        boolean released = inTransaction(other, entities -> new QuotaRepository(entities).release(held.id()));
        assertThat(released).isFalse();
        assertThat(meter(QuotaMetric.AI_REPLIES).reserved()).isEqualTo(1);
    }

    private static UUID held(ReservationAnswer answer) {
        if (answer.collided()) {
            throw new IllegalStateException("collided");
        }
        return answer.reservation().id();
    }

    private static ReservationRequest wish(String reference, long amount) {
        return new ReservationRequest(
                Ids.next(), QuotaMetric.AI_REPLIES, amount, reference, NOW, NOW.plus(Duration.ofMinutes(10)));
    }

    private Reservation reserve(String reference, long amount) {
        return on(quotas -> quotas.reserve(wish(reference, amount))).reservation();
    }

    private boolean settle(Reservation held, long actual) {
        return on(quotas -> quotas.settle(held.id(), actual, NOW));
    }

    private boolean release(Reservation held) {
        return on(quotas -> quotas.release(held.id()));
    }

    private int expire(Instant now) {
        return on(quotas -> quotas.expire(now));
    }

    private List<QuotaMeter> meters(Instant now) {
        return on(quotas -> quotas.meters(now));
    }

    private <T> T on(Function<QuotaRepository, T> work) {
        return inTransaction(tenant, entities -> work.apply(new QuotaRepository(entities)));
    }

    private void limit(QuotaMetric metric, long units) {
        inTransaction(
                tenant,
                (EntityManager entities) -> entities.createNativeQuery(
                                "update usage_quota set limit_units = :units where metric = :metric")
                        .setParameter("units", units)
                        .setParameter("metric", metric.name())
                        .executeUpdate());
    }

    private QuotaMeter meter(QuotaMetric metric) {
        return meters(NOW).stream()
                .filter(meter -> meter.metric() == metric)
                .findFirst()
                .orElseThrow();
    }
}
