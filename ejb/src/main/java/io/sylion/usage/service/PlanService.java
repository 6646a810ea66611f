package io.sylion.usage.service;

import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import io.sylion.usage.api.PlanNotFound;
import io.sylion.usage.domain.PlanRepository;
import io.sylion.usage.domain.PlanSummary;
import io.sylion.usage.domain.QuotaRepository;
import io.sylion.usage.domain.Subscription;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;

/** Which plan a tenant is on. */
@Stateless
public class PlanService {
    private static final Logger LOG = Logger.getLogger(PlanService.class.getName());

    @Inject
    PlanRepository plans;

    @Inject
    QuotaRepository quotas;

    @Inject
    Clock clock;

    /** All plans of the installation, smallest first. */
    @Permit(Role.VIEWER)
    public List<PlanSummary> plans() {
        return plans.plans();
    }

    /** The tenant's plan: the smallest until another one is chosen. */
    @Permit(Role.VIEWER)
    public PlanSummary current() {
        List<PlanSummary> all = plans.plans();
        return plans.subscription()
                .map(subscription -> named(all, subscription.planCode()))
                .orElse(all.getFirst());
    }

    /** Puts the tenant on a plan; the running month gets its limits at once. */
    @Permit(Role.OWNER)
    public void assign(String planCode) {
        named(plans.plans(), planCode);
        Instant now = clock.instant();
        plans.subscription()
                .ifPresentOrElse(
                        subscription -> subscription.changeTo(planCode, now),
                        () -> plans.add(new Subscription(now, planCode)));
        plans.flush();
        quotas.applyPlan(now);
        LOG.info(() -> "plan assigned: " + planCode);
    }

    private static PlanSummary named(List<PlanSummary> plans, String code) {
        return plans.stream()
                .filter(plan -> plan.code().equals(code))
                .findFirst()
                .orElseThrow(() -> PlanNotFound.withCode(code));
    }
}
