package io.sylion.demo.service;

import io.sylion.channel.api.ConnectChannel;
import io.sylion.channel.domain.ChannelProvider;
import io.sylion.governance.service.MemberService;
import io.sylion.governance.service.PersonService;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.Tenant;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.tenant.service.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the demo consists of: a fashion shop with two numbers and a bicycle workshop with one, their people and the operator. */
@ApplicationScoped
class DemoTenants {
    private static final Logger LOG = Logger.getLogger(DemoTenants.class.getName());

    /** For development alone; the addresses do not exist outside. */
    private static final String PASSWORD = "Bonjour-Sylion-1";

    static final String SHOP = "boutique-lumiere";

    private static final Duration BATCHING_DELAY = Duration.ofMillis(1500);

    @Inject
    TenantDirectory tenants;

    @Inject
    PersonService people;

    @Inject
    MemberService members;

    @Inject
    DemoAssistants assistants;

    @Inject
    @ConfigProperty(name = "sylion.demo.provider-url", defaultValue = "http://127.0.0.1:8080/sandbox")
    String provider;

    void make() {
        tenant(SHOP, "Boutique Lumière", tenant -> {
            member("lea.martin@boutique-lumiere.fr", "Léa Martin", Role.OWNER);
            member("hugo.petit@boutique-lumiere.fr", "Hugo Petit", Role.AGENT);
            operator();
            assistants.make(
                    new DemoAssistant(
                            "Lumi",
                            "Tu es Lumi, l’assistante de Boutique Lumière, une boutique de mode en ligne installée à Lyon. "
                                    + "Tu vouvoies les clients, avec chaleur et simplicité.",
                            BATCHING_DELAY,
                            "Boutique Lumière",
                            List.of(
                                    "livraison",
                                    "retours",
                                    "echanges",
                                    "tailles",
                                    "paiement",
                                    "carte-cadeau",
                                    "boutique",
                                    "compte")),
                    List.of(
                            cloud("WhatsApp", "+33 1 80 00 00 01", "555000111"),
                            dialog("WhatsApp (360dialog)", "+33 1 80 00 00 02", "555000222")));
        });
        tenant("atelier-garonne", "Atelier Garonne", tenant -> {
            member("nina.costa@atelier-garonne.fr", "Nina Costa", Role.OWNER);
            assistants.make(
                    new DemoAssistant(
                            "Gaston",
                            "Tu es Gaston, l’assistant d’Atelier Garonne, un atelier de réparation de vélos à Bordeaux. "
                                    + "Tu vouvoies les clients, avec précision et bonne humeur.",
                            BATCHING_DELAY,
                            "Atelier Garonne",
                            List.of("atelier-reparation", "atelier-horaires")),
                    List.of(cloud("WhatsApp", "+33 5 80 00 00 03", "555000333")));
        });
    }

    private void tenant(String slug, String name, Consumer<Tenant> content) {
        if (tenants.bySlug(slug).isPresent()) {
            return;
        }
        Tenant tenant = tenants.create(slug, name, "Europe/Paris", "fr");
        TenantScope.run(TenantScope.system(tenant.id()), () -> content.accept(tenant));
        LOG.info(() -> "demo tenant made tenant=" + tenant.id());
    }

    private void member(String email, String name, Role role) {
        UUID person = people.find(email).orElseGet(() -> people.create(email, name, PASSWORD, false));
        members.add(person, role);
    }

    private void operator() {
        if (people.find("operateur@sylion.local").isEmpty()) {
            people.create("operateur@sylion.local", "Opérateur", PASSWORD, true);
        }
    }

    private ConnectChannel cloud(String name, String number, String id) {
        return new ConnectChannel(
                ChannelProvider.CLOUD_API,
                name,
                number,
                id,
                provider + "/graph/v26.0",
                "demo-cloud",
                "demo-cloud-token",
                "demo-app-secret",
                "demo-verify");
    }

    private ConnectChannel dialog(String name, String number, String id) {
        return new ConnectChannel(
                ChannelProvider.DIALOG_360,
                name,
                number,
                id,
                provider + "/360dialog",
                "demo-360",
                "demo-360-key",
                null,
                "demo-360-token");
    }
}
