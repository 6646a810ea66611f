package io.sylion.tenant.domain;

/** Tenant-owned data was touched outside a {@link TenantScope}: a fault of ours, never of the user. */
public class NoTenantBound extends IllegalStateException {
    public NoTenantBound() {
        super("no tenant is bound to this thread");
    }
}
