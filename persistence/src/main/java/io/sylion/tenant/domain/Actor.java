package io.sylion.tenant.domain;

import java.util.UUID;

/**
 * On whose behalf the work runs.
 *
 * @param memberId the member of the tenant, null for {@link #SYSTEM}
 * @param name the name to show in histories
 * @param role what the member may do; the system has {@link Role#OWNER}'s reach
 */
public record Actor(UUID memberId, String name, Role role) {
    public static final Actor SYSTEM = new Actor(null, "Sylion", Role.OWNER);

    public boolean isSystem() {
        return memberId == null;
    }

    public boolean may(Role needed) {
        return role.includes(needed);
    }
}
