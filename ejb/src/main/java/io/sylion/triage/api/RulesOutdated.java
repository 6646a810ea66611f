package io.sylion.triage.api;

import java.util.UUID;

/** What this node remembers of the tenant's rules holds no more; fired on every node. */
public record RulesOutdated(UUID tenantId) {}
