package io.sylion.knowledge.api;

import java.util.UUID;

/** A member wants to delete a base. Asked in the same transaction: who needs the base throws {@link BaseInUse}. */
public record BaseRemovalAsked(UUID tenantId, UUID baseId) {}
