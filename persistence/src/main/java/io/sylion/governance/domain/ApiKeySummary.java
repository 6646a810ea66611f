package io.sylion.governance.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A key as lists show it.
 *
 * @param beginning its first characters
 * @param lastUsedAt to the minute; null when it never was
 * @param revokedAt null while it is valid
 */
public record ApiKeySummary(
        UUID id,
        String name,
        String beginning,
        ApiScope scope,
        Instant createdAt,
        Instant lastUsedAt,
        Instant revokedAt) {}
