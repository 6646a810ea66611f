package io.sylion.knowledge.api;

import java.util.UUID;

/** A revision of a document waits to be indexed. */
public record DocumentQueued(UUID tenantId, UUID documentId, int revision) {}
