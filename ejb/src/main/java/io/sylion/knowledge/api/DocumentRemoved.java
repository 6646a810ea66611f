package io.sylion.knowledge.api;

import java.util.UUID;

/** A document is about to go, in the same transaction: nothing of it is found any more. */
public record DocumentRemoved(UUID tenantId, UUID documentId) {}
