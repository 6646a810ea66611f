package io.sylion.platform.ai;

import java.util.List;

/**
 * A document that a managed search has found.
 *
 * @param texts what of it may answer, plain, best first; never empty
 * @param score the service's own, null when it tells none
 */
public record ManagedHit(String documentId, String title, List<String> texts, Double score) {}
