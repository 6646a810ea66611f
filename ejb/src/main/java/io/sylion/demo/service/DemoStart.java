package io.sylion.demo.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the demo tenants at the first start with {@code sylion.demo=true}; later starts find them and change nothing. Then those
 * that a load run asks for.
 */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoStart {
    @Inject
    DemoTenants tenants;

    @Inject
    DemoApiKey apiKey;

    @Inject
    LoadTenants loadTenants;

    @Inject
    @ConfigProperty(name = "sylion.demo", defaultValue = "false")
    boolean wanted;

    @PostConstruct
    void start() {
        if (wanted) {
            tenants.make();
            apiKey.make();
        }
        loadTenants.make();
    }
}
