package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.knowledge.api.RetrievalRefused;
import io.sylion.knowledge.api.RetrievalRefused.Reason;
import io.sylion.knowledge.domain.ManagedStore;
import io.sylion.knowledge.domain.StoreKind;
import io.sylion.knowledge.domain.StoreLocation;
import io.sylion.tenant.domain.Tenant;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.tenant.service.TenantDirectory;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedProjectsTest {
    private static final UUID TENANT = new UUID(1, 1);

    private final Map<String, String> settings = new HashMap<>();
    private final ManagedProjects projects = new ManagedProjects();

    @BeforeEach
    void configure() {
        projects.config = (Config) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Config.class},
                (config, method, key) -> Optional.ofNullable(settings.get(key[0])));
        projects.tenants = new TenantDirectory() {
            @Override
            public Tenant byId(UUID id) {
                return new Tenant(id, "boutique", "Boutique", ZoneOffset.UTC, "fr");
            }
        };
    }

    @Test
    void aProjectIsOpenToTheTenantThatTheOperatorNames() {
        assertThat(refusal("shop-1", "help")).isEqualTo(Reason.CLOSED_PROJECT);
        settings.put("sylion.knowledge.managed-projects", "atelier=shop-1, boutique=shop-11");
        assertThat(refusal("shop-1", "help")).as("another's").isEqualTo(Reason.CLOSED_PROJECT);
        settings.put("sylion.knowledge.managed-projects", "atelier=shop-2, boutique=shop-1");
        opens("shop-1", "help");
    }

    @Test
    void aStandInIsOpenToAll() {
        settings.put("sylion.ai.search.base-url", "https://proxy.example.org");
        assertThat(refusal("shop-1", "help")).isEqualTo(Reason.CLOSED_PROJECT);
        settings.put("sylion.ai.search.base-url", "http://127.0.0.1:8080/sandbox/vertex-search");
        opens("shop-1", "help");
        opens("example.org:shop-1", "Help_desk-1");
        opens("123456789012", "help");
    }

    /** The address of the models says nothing about the search's. */
    @Test
    void aStandInOfTheModelsOpensNothing() {
        settings.put("sylion.ai.base-url", "http://127.0.0.1:8080/sandbox/vertex");
        assertThat(refusal("shop-1", "help")).isEqualTo(Reason.CLOSED_PROJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Shop", "shop/../other", "shop 1", "shop?x=y", "shop%2F1", "a:b:c", "../shop"})
    void whatIsNoProjectIsRefused(String project) {
        settings.put("sylion.ai.search.base-url", "http://127.0.0.1:8080");
        assertThat(refusal(project, "help")).isEqualTo(Reason.PROJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-help", "help/servingConfigs", "help:search", "aide générale", ".."})
    void whatIsNoIdIsRefused(String name) {
        settings.put("sylion.ai.search.base-url", "http://127.0.0.1:8080");
        assertThat(refusal("shop-1", name)).isEqualTo(Reason.NAME);
    }

    private Reason refusal(String project, String name) {
        Reason[] reason = new Reason[1];
        assertThatThrownBy(() -> require(project, name))
                .isInstanceOfSatisfying(RetrievalRefused.class, refused -> reason[0] = refused.reason());
        return reason[0];
    }

    private void opens(String project, String name) {
        assertThatNoException().isThrownBy(() -> require(project, name));
    }

    private void require(String project, String name) {
        TenantScope.run(
                TenantScope.system(TENANT),
                () -> projects.require(new ManagedStore(project, StoreLocation.EU, StoreKind.ENGINE, name)));
    }
}
