package io.sylion.usage.job;

import io.sylion.tenant.domain.Tenant;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.tenant.service.TenantDirectory;
import io.sylion.usage.service.QuotaService;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives back, tenant by tenant, what work that crashed holds of a quota. Any node may do it, also twice. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UsageTimer {
    private static final Logger LOG = Logger.getLogger(UsageTimer.class.getName());

    @Inject
    TenantDirectory tenants;

    @Inject
    QuotaService quotas;

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void expireReservations() {
        for (Tenant tenant : tenants.all()) {
            try {
                TenantScope.run(TenantScope.system(tenant.id()), quotas::expireReservations);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "reservations of tenant {0} not looked at: {1}", new Object[] {
                    tenant.id(), e.getMessage()
                });
            }
        }
    }
}
