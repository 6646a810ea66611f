package io.sylion.governance.domain;

import java.time.Instant;
import java.util.UUID;

/** Whose key it is, and what it may do. */
public record ApiKeyOwner(UUID tenantId, UUID keyId, String name, ApiScope scope, Instant lastUsedAt) {}
