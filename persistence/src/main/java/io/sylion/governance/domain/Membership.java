package io.sylion.governance.domain;

import io.sylion.tenant.domain.Role;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.UUID;

/** A tenant that a person works for, and as what. */
public record Membership(UUID memberId, UUID tenantId, String tenantName, ZoneId timeZone, String locale, Role role)
        implements Serializable {}
