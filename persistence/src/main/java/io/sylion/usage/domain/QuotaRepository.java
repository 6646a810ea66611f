package io.sylion.usage.domain;

import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Counters of the bound tenant, each change in one statement. A counter holds what is used and what is held together, so that settling usually leaves it alone. The conditional update of the counter's row decides: whoever
 * waits for its lock sees the newest figures, so that a limit is never passed.
 */
@ApplicationScoped
public class QuotaRepository {
    private static final String MONTH = """
            month as (
                select cast(date_trunc('month', cast(:now as timestamptz) at time zone t.time_zone) as date) as period, t.time_zone
                from tenant_tenant t where t.id = :tenant)""";

    private static final String PLAN = """
            plan as (
                select coalesce((select s.plan_code from usage_subscription s where s.tenant_id = :tenant),
                    (select p.code from usage_plan p order by p.position limit 1)) as code)""";

    static final String RESERVE = "with " + MONTH + """
            , known as (
                select r.id, r.amount, false as settled from usage_reservation r
                where r.tenant_id = :tenant and r.metric = :metric and r.reference = :reference
                union all
                select u.reservation_id, u.amount, true from usage_record u
                where u.tenant_id = :tenant and u.metric = :metric and u.reference = :reference),
            taken as (
                update usage_quota q set taken = q.taken + :amount from month
                where q.tenant_id = :tenant and q.metric = :metric and q.period = month.period
                  and q.taken + :amount <= q.limit_units
                  and not exists (select from known)
                returning q.period),
            made as (
                insert into usage_reservation (id, tenant_id, metric, reference, period, amount, expires_at)
                select :id, :tenant, :metric, :reference, taken.period, :amount, :expires from taken
                on conflict do nothing
                returning id, amount)
            select coalesce(known.id, made.id), coalesce(known.amount, made.amount), coalesce(known.settled, false),
                (select q.limit_units from usage_quota q
                 where q.tenant_id = :tenant and q.metric = :metric and q.period = month.period),
                exists (select from taken) and made.id is null
            from month left join known on true left join made on true limit 1""";

    static final String SETTLE = """
            with gone as (
                delete from usage_reservation r where r.tenant_id = :tenant and r.id = :id
                returning r.metric, r.reference, r.period, r.amount),
            recorded as (
                insert into usage_record (tenant_id, metric, reference, reservation_id, period, amount, occurred_at)
                select :tenant, gone.metric, gone.reference, :id, gone.period, :actual, :now from gone
                on conflict do nothing
                returning amount),
            counted as (
                update usage_quota q set taken = q.taken - gone.amount + coalesce((select amount from recorded), 0)
                from gone where q.tenant_id = :tenant and q.metric = gone.metric and q.period = gone.period
                    and gone.amount <> coalesce((select amount from recorded), 0)
                returning 1)
            select count(*) from gone""";

    @PersistenceContext
    EntityManager entities;

    public QuotaRepository() {}

    QuotaRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Holds units when there are enough left, or finds what was held or settled before under the same reference. */
    public ReservationAnswer reserve(ReservationRequest request) {
        Object[] row = (Object[]) query(RESERVE)
                .setParameter("id", request.id())
                .setParameter("metric", request.metric().name())
                .setParameter("amount", request.amount())
                .setParameter("reference", request.reference())
                .setParameter("now", request.now())
                .setParameter("expires", request.expiresAt())
                .getSingleResult();
        Reservation reservation = row[0] == null
                ? null
                : new Reservation((UUID) row[0], request.metric(), number(row[1]), (Boolean) row[2]);
        return new ReservationAnswer(reservation, row[3] == null ? null : number(row[3]), (Boolean) row[4]);
    }

    /** Makes the month's counters from the plan's limits; those that exist stay as they are. */
    public void openMonth(Instant now) {
        query("with " + MONTH + ", " + PLAN + """
                , opened as (
                    insert into usage_quota (tenant_id, metric, period, limit_units)
                    select :tenant, l.metric, month.period, l.monthly_limit
                    from usage_plan_limit l join plan on plan.code = l.plan_code, month
                    on conflict do nothing
                    returning 1)
                select count(*) from opened""").setParameter("now", now).getSingleResult();
    }

    /** Turns held units into used ones: as many as it really were. */
    public boolean settle(UUID reservationId, long actual, Instant now) {
        return changed(query(SETTLE)
                .setParameter("id", reservationId)
                .setParameter("actual", actual)
                .setParameter("now", now));
    }

    /** Gives held units back. */
    public boolean release(UUID reservationId) {
        return changed(query("""
                with gone as (
                    delete from usage_reservation r where r.tenant_id = :tenant and r.id = :id
                    returning r.metric, r.period, r.amount),
                counted as (
                    update usage_quota q set taken = q.taken - gone.amount
                    from gone where q.tenant_id = :tenant and q.metric = gone.metric and q.period = gone.period
                    returning 1)
                select count(*) from gone""").setParameter("id", reservationId));
    }

    /** Gives back what crashed work held; answers how many reservations that were. */
    public int expire(Instant now) {
        return (int) number(query("""
                with due as (
                    select r.id from usage_reservation r where r.tenant_id = :tenant and r.expires_at <= :now
                    for update skip locked),
                gone as (
                    delete from usage_reservation r using due where r.id = due.id
                    returning r.metric, r.period, r.amount),
                sums as (select metric, period, sum(amount) as amount from gone group by metric, period),
                counted as (
                    update usage_quota q set taken = q.taken - sums.amount
                    from sums where q.tenant_id = :tenant and q.metric = sums.metric and q.period = sums.period
                    returning 1)
                select count(*) from gone""").setParameter("now", now).getSingleResult());
    }

    /** The running month of every metric that the plan limits. */
    public List<QuotaMeter> meters(Instant now) {
        List<?> rows = query("with " + MONTH + ", " + PLAN + """
                select l.metric, coalesce(q.limit_units, l.monthly_limit), coalesce(q.taken, 0) - held.units, held.units,
                    (month.period + interval '1 month') at time zone month.time_zone
                from month, plan join usage_plan_limit l on l.plan_code = plan.code
                left join usage_quota q on q.tenant_id = :tenant and q.metric = l.metric
                    and q.period = (select m.period from month m)
                cross join lateral (
                    select coalesce(sum(r.amount), 0) as units from usage_reservation r
                    where r.tenant_id = :tenant and r.metric = l.metric and r.period = (select m.period from month m)) held""")
                .setParameter("now", now)
                .getResultList();
        List<QuotaMeter> meters = new ArrayList<>();
        for (Object row : rows) {
            Object[] column = (Object[]) row;
            meters.add(new QuotaMeter(
                    QuotaMetric.valueOf((String) column[0]),
                    number(column[1]),
                    number(column[2]),
                    number(column[3]),
                    (Instant) column[4]));
        }
        meters.sort((a, b) -> a.metric().compareTo(b.metric()));
        return meters;
    }

    /** Gives the running month the limits of the tenant's plan. */
    public void applyPlan(Instant now) {
        query("with " + MONTH + ", " + PLAN + """
                , counted as (
                    update usage_quota q set limit_units = l.monthly_limit
                    from usage_plan_limit l join plan on plan.code = l.plan_code, month
                    where q.tenant_id = :tenant and q.metric = l.metric and q.period = month.period
                    returning 1)
                select count(*) from counted""").setParameter("now", now).getSingleResult();
    }

    private Query query(String sql) {
        return Rows.quiet(entities, sql)
                .setParameter("tenant", TenantScope.current().tenantId());
    }

    private static boolean changed(Query query) {
        return number(query.getSingleResult()) > 0;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
