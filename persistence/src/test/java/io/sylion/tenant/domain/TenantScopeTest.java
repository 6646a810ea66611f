package io.sylion.tenant.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.platform.persistence.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantScopeTest {
    private static final TenantScope BOUTIQUE = TenantScope.system(Ids.next());
    private static final TenantScope ATELIER = TenantScope.system(Ids.next());

    @Test
    void workWithoutATenantFails() {
        assertThat(TenantScope.isBound()).isFalse();
        assertThatThrownBy(TenantScope::current).isInstanceOf(NoTenantBound.class);
    }

    @Test
    void isClearedAtTheExitEvenAfterAFailure() {
        assertThatThrownBy(() -> TenantScope.run(BOUTIQUE, () -> {
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(TenantScope.isBound()).isFalse();
    }

    @Test
    void anInnerScopeGivesTheOuterOneBack() throws Exception {
        UUID after = TenantScope.call(BOUTIQUE, () -> {
            TenantScope.run(ATELIER, () -> assertThat(TenantScope.current()).isEqualTo(ATELIER));
            return TenantScope.current().tenantId();
        });
        assertThat(after).isEqualTo(BOUTIQUE.tenantId());
    }

    @Test
    void rolesIncludeThoseBelow() {
        assertThat(Role.OWNER.includes(Role.VIEWER)).isTrue();
        assertThat(Role.AGENT.includes(Role.AGENT)).isTrue();
        assertThat(Role.AGENT.includes(Role.MANAGER)).isFalse();
        assertThat(Actor.SYSTEM.may(Role.OWNER)).isTrue();
    }
}
