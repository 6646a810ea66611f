package io.sylion.knowledge.api;

import java.util.List;
import java.util.UUID;

/**
 * A question to the knowledge of the bound tenant, in French or English.
 *
 * @param baseIds where to look; none means nowhere
 * @param language of the documents; null for any
 * @param limit most passages to return
 * @param perDocument most passages of one document
 */
public record RetrievalRequest(String question, List<UUID> baseIds, String language, int limit, int perDocument) {
    /** What an assistant wants to know: of one document two places at most, so that others are heard as well. */
    public RetrievalRequest(String question, List<UUID> baseIds, int limit) {
        this(question, baseIds, null, limit, 2);
    }

    /** The same, asked in other words. */
    public RetrievalRequest asking(String words) {
        return new RetrievalRequest(words, baseIds, language, limit, perDocument);
    }
}
