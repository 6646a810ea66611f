package io.sylion.triage.api;

import java.util.UUID;

/** The tenant's rules or ignore examples were changed. */
public record RulesChanged(UUID tenantId) {}
