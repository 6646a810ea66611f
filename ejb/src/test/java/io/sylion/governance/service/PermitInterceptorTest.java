package io.sylion.governance.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.governance.api.NotPermitted;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Actor;
import io.sylion.tenant.domain.NoTenantBound;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermitInterceptorTest {
    private final PermitInterceptor interceptor = new PermitInterceptor();

    @Permit(Role.AGENT)
    static class Desk {
        @Permit(Role.MANAGER)
        void manage() {}

        void work() {}
    }

    @ParameterizedTest
    @CsvSource({
        "work, VIEWER, false",
        "work, AGENT, true",
        "work, OWNER, true",
        "manage, AGENT, false",
        "manage, MANAGER, true",
        "manage, OWNER, true"
    })
    void theMethodsRoleGoesBeforeTheClasss(String method, Role role, boolean allowed) throws Exception {
        TenantScope scope = new TenantScope(new UUID(0, 1), new Actor(new UUID(0, 2), "Hugo", role));
        if (allowed) {
            assertThat(TenantScope.call(scope, () -> check(method))).isEqualTo("done");
        } else {
            assertThatThrownBy(() -> TenantScope.call(scope, () -> check(method)))
                    .isInstanceOf(NotPermitted.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"work", "manage"})
    void withoutAScopeNobodyMay(String method) {
        assertThatThrownBy(() -> check(method)).isInstanceOf(NoTenantBound.class);
    }

    private Object check(String name) throws Exception {
        Method method = Desk.class.getDeclaredMethod(name);
        return interceptor.check((InvocationContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "proceed" -> "done";
                    default -> throw new UnsupportedOperationException(called.getName());
                }));
    }
}
