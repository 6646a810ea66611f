package io.sylion.governance.domain;

import io.sylion.tenant.domain.Role;
import java.util.UUID;

/** A member of the bound tenant as lists show it. */
public record MemberSummary(UUID id, UUID personId, String name, String email, Role role) {}
