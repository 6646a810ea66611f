package io.sylion.demo.service;

import io.sylion.governance.domain.ApiScope;
import io.sylion.governance.service.ApiKeyService;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.tenant.service.TenantDirectory;
import io.sylion.usage.service.PlanService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A key of the API for the demo shop, from {@code sylion.demo.api-key}; with it comes the plan with the most documents. */
@ApplicationScoped
class DemoApiKey {
    private static final String PLAN = "BUSINESS";

    @Inject
    TenantDirectory tenants;

    @Inject
    ApiKeyService keys;

    @Inject
    PlanService plans;

    @Inject
    @ConfigProperty(name = "sylion.demo.api-key")
    Optional<String> key;

    void make() {
        if (key.isEmpty()) {
            return;
        }
        tenants.bySlug(DemoTenants.SHOP)
                .ifPresent(shop -> TenantScope.run(TenantScope.system(shop.id()), () -> {
                    if (!plans.current().code().equals(PLAN)) {
                        plans.assign(PLAN);
                    }
                    keys.introduce("Demo", ApiScope.WRITE, key.get());
                }));
    }
}
