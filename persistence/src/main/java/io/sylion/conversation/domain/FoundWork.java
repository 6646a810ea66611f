package io.sylion.conversation.domain;

import java.util.UUID;

/** A row that needs work, and whose it is. */
public record FoundWork(UUID tenantId, UUID id) {}
