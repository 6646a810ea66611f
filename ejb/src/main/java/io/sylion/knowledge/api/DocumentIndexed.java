package io.sylion.knowledge.api;

import java.util.UUID;

/** A document is found by its newest text from now on. */
public record DocumentIndexed(UUID tenantId, UUID documentId) {}
