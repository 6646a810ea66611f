package io.sylion.governance.api;

import io.sylion.tenant.domain.Role;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least role that may call a boundary method; checked against the bound tenant scope on every call. On a class it holds
 * for all its methods that do not say otherwise.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Permit {
    @Nonbinding
    Role value();
}
