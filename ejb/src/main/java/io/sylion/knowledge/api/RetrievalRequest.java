package io.sylion.knowledge.api;

import java.util.List;
import java.util.UUID;

/**
 * A question to the knowledge of the bound tenant, in French or English.
 *
 * @param baseIds where to look; none means nowhere
 * @param limit most passages to return
 */
public record RetrievalRequest(String question, List<UUID> baseIds, int limit) {}
