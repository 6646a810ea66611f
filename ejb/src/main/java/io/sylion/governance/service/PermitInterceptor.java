package io.sylion.governance.service;

import io.sylion.governance.api.NotPermitted;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/** Checks {@link Permit} where the use case begins, whoever calls: page, API or another feature. */
@Permit(Role.VIEWER)
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class PermitInterceptor implements Serializable {
    @AroundInvoke
    public Object check(InvocationContext call) throws Exception {
        Permit permit = call.getMethod().getAnnotation(Permit.class);
        if (permit == null) {
            permit = call.getMethod().getDeclaringClass().getAnnotation(Permit.class);
        }
        if (permit != null && !TenantScope.current().actor().may(permit.value())) {
            throw new NotPermitted(permit.value());
        }
        return call.proceed();
    }
}
