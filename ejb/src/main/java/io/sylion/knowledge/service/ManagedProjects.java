package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.RetrievalRefused;
import io.sylion.knowledge.api.RetrievalRefused.Reason;
import io.sylion.knowledge.domain.ManagedStore;
import io.sylion.platform.ai.ModelSettings;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.tenant.service.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Which project a tenant may have searched. All are read with the installation's one identity, so that a name alone would open
 * another tenant's documents: the operator says whose a project is. A stand-in, which gets no credentials, is open to all.
 */
@ApplicationScoped
@Permit(Role.VIEWER)
class ManagedProjects {
    /** Pairs of a tenant's short name and a project, comma separated: {@code boutique=boutique-documents}. */
    private static final String OPENED = "sylion.knowledge.managed-projects";

    /** Ids, numbers, and the old ids with a domain before them. */
    private static final Pattern PROJECT = Pattern.compile("(?:[a-z0-9][a-z0-9.-]{0,62}:)?[a-z0-9][a-z0-9-]{2,62}");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

    @Inject
    TenantDirectory tenants;

    @Inject
    Config config;

    /** @throws RetrievalRefused when the bound tenant may not have this store searched */
    void require(ManagedStore store) {
        if (!PROJECT.matcher(text(store.project())).matches()) {
            throw new RetrievalRefused(Reason.PROJECT);
        }
        if (!NAME.matcher(text(store.name())).matches()) {
            throw new RetrievalRefused(Reason.NAME);
        }
        if (!ModelSettings.search(config).isStandIn() && !isOpened(store)) {
            throw new RetrievalRefused(Reason.CLOSED_PROJECT);
        }
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    private boolean isOpened(ManagedStore store) {
        String pair = tenants.byId(TenantScope.current().tenantId()).slug() + "=" + store.project();
        return config.getOptionalValue(OPENED, String.class).stream()
                .flatMap(pairs -> Arrays.stream(pairs.split(",")))
                .map(String::strip)
                .anyMatch(pair::equals);
    }
}
