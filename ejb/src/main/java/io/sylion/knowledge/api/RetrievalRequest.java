package io.sylion.knowledge.api;

import java.util.List;
import java.util.UUID;

/**
 * A question to the knowledge of the bound tenant.
 *
 * @param baseIds where to look; none means nowhere
 * @param language of the question, {@code fr} or {@code en}; null to find out
 * @param limit most passages to return
 */
public record RetrievalRequest(String question, List<UUID> baseIds, String language, int limit) {}
