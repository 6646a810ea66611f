package io.sylion.governance.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One act in the audit trail.
 *
 * @param subjectId what it was done to, null when that is the tenant
 * @param before JSON, null when there was none
 * @param after JSON, null when there is none
 */
public record AuditEntry(
        Instant occurredAt, String actorName, String action, UUID subjectId, String before, String after) {}
