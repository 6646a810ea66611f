package io.sylion.demo.service;

import io.sylion.channel.api.ConnectChannel;
import io.sylion.channel.domain.ChannelProvider;
import io.sylion.tenant.domain.Tenant;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.tenant.service.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * Alike tenants for load runs, each with a number and an assistant, which knows documents when the settings say so. Those that exist get what the settings say
 * now, so that the same settings change nothing and others take effect with the next start.
 */
@ApplicationScoped
class LoadTenants {
    private static final Logger LOG = Logger.getLogger(LoadTenants.class.getName());
    private static final List<String> DOCUMENTS = List.of("livraison", "retours", "paiement", "tailles");

    @Inject
    TenantDirectory tenants;

    @Inject
    DemoAssistants assistants;

    @Inject
    Config config;

    void make() {
        LoadSettings settings = LoadSettings.of(config);
        for (int number = 1; number <= settings.tenants(); number++) {
            make(settings, number);
        }
        if (settings.tenants() > 0) {
            LOG.info(() -> "tenants for load runs made: " + settings.tenants());
        }
    }

    private void make(LoadSettings settings, int number) {
        String id = Long.toString(settings.firstNumberId() + number - 1);
        // named after its number, so that other settings never ask for a number that another tenant has
        String slug = "load-" + id;
        String name = "Charge " + number;
        Tenant tenant = tenants.bySlug(slug).orElseGet(() -> tenants.create(slug, name, "Europe/Paris", "fr"));
        var assistant = new DemoAssistant(
                "Lumi",
                "Tu es Lumi, l’assistante d’une boutique de mode en ligne. Tu vouvoies les clients.",
                settings.batchingDelay(),
                name,
                settings.documents() ? DOCUMENTS : List.of());
        var channel = new ConnectChannel(
                ChannelProvider.CLOUD_API,
                "WhatsApp",
                "+" + id,
                id,
                settings.providerUrl(),
                settings.webhookKey(),
                "load-token",
                settings.appSecret(),
                settings.verifyToken());
        TenantScope.run(TenantScope.system(tenant.id()), () -> assistants.make(assistant, List.of(channel)));
    }
}
