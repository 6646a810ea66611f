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

/**
 * Counters of the bound tenant, each change in one statement. The conditional update of the counter's row decides: whoever waits for
 * its lock sees the newest figure, so that a limit is never passed.
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

    static final String USE = "with " + MONTH + """
            , known as (
                select 1 from usage_record r
                where r.tenant_id = :tenant and r.metric = :metric and r.reference = :reference),
            taken as (
                update usage_quota q set taken = q.taken + :amount from month
                where q.tenant_id = :tenant and q.metric = :metric and q.period = month.period
                  and q.taken + :amount <= q.limit_units
                  and not exists (select from known)
                returning q.period),
            recorded as (
                insert into usage_record (tenant_id, metric, reference, period, amount, occurred_at)
                select :tenant, :metric, :reference, taken.period, :amount, :now from taken
                on conflict do nothing
                returning 1)
            select exists (select from known) or exists (select from recorded) as used,
                exists (select from taken) and not exists (select from recorded) as collided,
                (select q.limit_units from usage_quota q
                 where q.tenant_id = :tenant and q.metric = :metric and q.period = month.period) as limit_units
            from month""";

    static final String ROOM = "with " + MONTH + """
            select coalesce((select q.taken < q.limit_units from usage_quota q
                where q.tenant_id = :tenant and q.metric = :metric and q.period = month.period), true) as room
            from month""";

    @PersistenceContext
    EntityManager entities;

    public QuotaRepository() {}

    QuotaRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Counts units when there are enough left, once for each reference. */
    public QuotaAnswer use(QuotaMetric metric, long amount, String reference, Instant now) {
        Object[] row = (Object[]) query(USE)
                .setParameter("metric", metric.name())
                .setParameter("amount", amount)
                .setParameter("reference", reference)
                .setParameter("now", now)
                .getSingleResult();
        return new QuotaAnswer((Boolean) row[0], (Boolean) row[1], row[2] == null ? null : number(row[2]));
    }

    /** Whether a unit is left; a month that nobody has counted in has room. */
    public boolean hasRoom(QuotaMetric metric, Instant now) {
        return (Boolean) query(ROOM)
                .setParameter("metric", metric.name())
                .setParameter("now", now)
                .getSingleResult();
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

    /** Takes back what was counted under the reference; false when nothing was. */
    public boolean giveBack(QuotaMetric metric, String reference) {
        return query("""
                with gone as (
                    delete from usage_record r where r.tenant_id = :tenant and r.metric = :metric and r.reference = :reference
                    returning r.period, r.amount)
                update usage_quota q set taken = q.taken - gone.amount from gone
                where q.tenant_id = :tenant and q.metric = :metric and q.period = gone.period""")
                        .setParameter("metric", metric.name())
                        .setParameter("reference", reference)
                        .executeUpdate()
                == 1;
    }

    /** The running month of every metric that the plan limits. */
    public List<QuotaMeter> meters(Instant now) {
        List<?> rows = query("with " + MONTH + ", " + PLAN + """
                select l.metric, coalesce(q.limit_units, l.monthly_limit), coalesce(q.taken, 0),
                    (month.period + interval '1 month') at time zone month.time_zone
                from month, plan join usage_plan_limit l on l.plan_code = plan.code
                left join usage_quota q on q.tenant_id = :tenant and q.metric = l.metric
                    and q.period = (select m.period from month m)""")
                .setParameter("now", now)
                .getResultList();
        List<QuotaMeter> meters = new ArrayList<>();
        for (Object row : rows) {
            Object[] column = (Object[]) row;
            meters.add(new QuotaMeter(
                    QuotaMetric.valueOf((String) column[0]), number(column[1]), number(column[2]), (Instant)
                            column[3]));
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

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
