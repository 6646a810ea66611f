package io.sylion.tenant.domain;

import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Who works for which tenant on this thread. Bound explicitly at each entrance (session, webhook's channel, JMS property,
 * batch parameter) and cleared at its exit; work without a scope fails closed, because neither Hibernate's tenant filter nor
 * the database's row policies let a row through.
 */
public record TenantScope(UUID tenantId, Actor actor) {
    private static final ThreadLocal<TenantScope> BOUND = new ThreadLocal<>();

    /** The application itself (a consumer, a job, a timer) working for a tenant. */
    public static TenantScope system(UUID tenantId) {
        return new TenantScope(tenantId, Actor.SYSTEM);
    }

    /**
     * The scope bound to this thread.
     *
     * @throws NoTenantBound when the entrance forgot to bind one
     */
    public static TenantScope current() {
        TenantScope scope = BOUND.get();
        if (scope == null) {
            throw new NoTenantBound();
        }
        return scope;
    }

    public static boolean isBound() {
        return BOUND.get() != null;
    }

    /** Runs the work inside the scope and restores what was bound before. */
    public static void run(TenantScope scope, Runnable work) {
        TenantScope before = BOUND.get();
        BOUND.set(scope);
        try {
            work.run();
        } finally {
            restore(before);
        }
    }

    /** As {@link #run}, for work that returns a value or throws. */
    public static <T> T call(TenantScope scope, Callable<T> work) throws Exception {
        TenantScope before = BOUND.get();
        BOUND.set(scope);
        try {
            return work.call();
        } finally {
            restore(before);
        }
    }

    private static void restore(TenantScope before) {
        if (before == null) {
            BOUND.remove();
        } else {
            BOUND.set(before);
        }
    }
}
