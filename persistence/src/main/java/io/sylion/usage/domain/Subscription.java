package io.sylion.usage.domain;

import io.sylion.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The plan that a tenant is on. Made with the first choice, changed by each later one; before that the first plan holds. */
@Entity
@Table(name = "usage_subscription")
public class Subscription extends TenantOwned {
    @Column(name = "plan_code")
    private String planCode;

    private Instant since;

    protected Subscription() {}

    public Subscription(Instant now, String planCode) {
        super(now);
        this.planCode = planCode;
        this.since = now;
    }

    public void changeTo(String newPlan, Instant now) {
        if (!planCode.equals(newPlan)) {
            planCode = newPlan;
            since = now;
        }
    }

    public String planCode() {
        return planCode;
    }
}
