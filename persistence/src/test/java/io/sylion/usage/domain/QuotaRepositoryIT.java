package io.sylion.usage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.persistence.DatabaseTest;
import io.sylion.tenant.domain.TenantScope;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
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
                .<Callable<Boolean>>mapToObj(i -> () -> use("reply-" + i, 1))
                .toList();
        long got = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (Future<Boolean> answer : threads.invokeAll(wishes)) {
                got += answer.get() ? 1 : 0;
            }
        }
        assertThat(got).isEqualTo(100);
        assertThat(meter(QuotaMetric.AI_REPLIES).used()).isEqualTo(100);
        assertThat(meter(QuotaMetric.AI_REPLIES).isReached()).isTrue();
    }

    @Test
    void theSameReferenceIsCountedOnce() {
        assertThat(use("reply", 3)).isTrue();
        assertThat(use("reply", 3)).isTrue();
        assertThat(meter(QuotaMetric.AI_REPLIES).used()).isEqualTo(3);
    }

    @Test
    void theSameReferenceAtOnceIsCountedOnce() throws Exception {
        Callable<Boolean> wish = () -> {
            while (true) {
                try {
                    return on(quotas -> used(quotas.use(QuotaMetric.AI_REPLIES, 1, "reply", NOW)));
                } catch (IllegalStateException collided) {
                    // rolled back, as the service does, and tried again
                }
            }
        };
        List<Callable<Boolean>> wishes = Collections.nCopies(16, wish);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            assertThat(threads.invokeAll(wishes)).extracting(Future::resultNow).containsOnly(true);
        }
        assertThat(meter(QuotaMetric.AI_REPLIES).used()).isEqualTo(1);
    }

    @Test
    void whatDidNotHappenIsGivenBackOnce() {
        assertThat(use("reply", 100)).isTrue();
        assertThat(room(NOW)).isFalse();
        assertThat(use("other", 1)).isFalse();
        assertThat(giveBack("reply")).isTrue();
        assertThat(giveBack("reply")).isFalse();
        assertThat(room(NOW)).isTrue();
        assertThat(use("other", 1)).isTrue();
        assertThat(meter(QuotaMetric.AI_REPLIES).used()).isEqualTo(1);
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
        QuotaAnswer answer = on(quotas -> quotas.use(QuotaMetric.DOCUMENTS, 1, "later", noon("2026-12-20")));
        assertThat(answer.used()).isFalse();
        assertThat(answer.limit()).isNull();
        assertThat(room(noon("2026-12-20"))).isTrue();
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
    void whatAnotherTenantUsesIsNotTouched() throws Exception {
        use("reply", 1);
        TenantScope other = newTenant();
        boolean back = inTransaction(
                other, entities -> new QuotaRepository(entities).giveBack(QuotaMetric.AI_REPLIES, "reply"));
        assertThat(back).isFalse();
        assertThat(meter(QuotaMetric.AI_REPLIES).used()).isEqualTo(1);
    }

    private static boolean used(QuotaAnswer answer) {
        if (answer.collided()) {
            throw new IllegalStateException("collided");
        }
        return answer.used();
    }

    private boolean use(String reference, long amount) {
        return on(quotas -> quotas.use(QuotaMetric.AI_REPLIES, amount, reference, NOW))
                .used();
    }

    private boolean giveBack(String reference) {
        return on(quotas -> quotas.giveBack(QuotaMetric.AI_REPLIES, reference));
    }

    private boolean room(Instant now) {
        return on(quotas -> quotas.hasRoom(QuotaMetric.AI_REPLIES, now));
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
