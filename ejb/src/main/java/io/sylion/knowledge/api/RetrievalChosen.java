package io.sylion.knowledge.api;

import java.util.UUID;

/** A tenant's assistants search elsewhere from now on. */
public record RetrievalChosen(UUID tenantId) {}
