package io.sylion.knowledge.api;

import java.util.UUID;

/**
 * A passage that may answer, best first.
 *
 * @param score fused relevance; comparable within one answer only
 */
public record RetrievedPassage(UUID passageId, UUID documentId, String documentTitle, String text, double score) {}
