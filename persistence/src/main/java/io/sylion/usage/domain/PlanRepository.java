package io.sylion.usage.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The installation's plans and the bound tenant's choice among them. */
@ApplicationScoped
public class PlanRepository {
    @PersistenceContext
    EntityManager entities;

    public PlanRepository() {}

    PlanRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** All plans, smallest first. */
    public List<PlanSummary> plans() {
        Map<String, PlanSummary> plans = new LinkedHashMap<>();
        List<?> rows = entities.createNativeQuery("""
                        select p.code, p.name, l.metric, l.monthly_limit
                        from usage_plan p join usage_plan_limit l on l.plan_code = p.code
                        order by p.position""", Object[].class).getResultList();
        for (Object row : rows) {
            Object[] column = (Object[]) row;
            plans.computeIfAbsent(
                            (String) column[0],
                            code -> new PlanSummary(code, (String) column[1], new EnumMap<>(QuotaMetric.class)))
                    .limits()
                    .put(QuotaMetric.valueOf((String) column[2]), ((Number) column[3]).longValue());
        }
        return new ArrayList<>(plans.values());
    }

    public Optional<Subscription> subscription() {
        return entities.createQuery("from Subscription", Subscription.class)
                .getResultStream()
                .findFirst();
    }

    public void add(Subscription subscription) {
        entities.persist(subscription);
    }

    /** Writes changes now, for the statements that follow. */
    public void flush() {
        entities.flush();
    }
}
