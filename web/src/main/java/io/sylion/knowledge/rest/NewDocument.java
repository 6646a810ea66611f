package io.sylion.knowledge.rest;

import io.sylion.knowledge.api.AddDocument;
import java.util.Set;
import java.util.UUID;

/**
 * A document to take in; the same external id again replaces it.
 *
 * @param mimeType {@code text/plain}, which is usual, or {@code text/markdown}
 * @param language {@code fr} or {@code en}; the text tells when it is left out
 */
public record NewDocument(String externalId, String title, String text, String mimeType, String language) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TEXT = 2_000_000;
    private static final Set<String> TYPES = Set.of("text/plain", "text/markdown");

    AddDocument toCommand(UUID baseId) {
        String type = mimeType == null ? "text/plain" : mimeType;
        if (!TYPES.contains(type)) {
            throw Given.refused("mimeType is text/plain or text/markdown");
        }
        return new AddDocument(
                baseId,
                Given.text("title", title, LONGEST_TITLE),
                Given.text("externalId", externalId, LONGEST_NAME),
                type,
                Given.text("text", text, LONGEST_TEXT),
                Given.language(language));
    }
}
