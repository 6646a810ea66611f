package io.sylion.knowledge.api;

import io.sylion.platform.text.CleanText;
import java.util.UUID;

/**
 * Adds a document to a knowledge base, or replaces the one of the same external id.
 *
 * @param externalId the caller's name for it, unique in the base
 * @param mimeType {@code text/plain} or {@code text/markdown}
 * @param language {@code fr} or {@code en}; null when the text shall tell
 */
public record AddDocument(UUID baseId, String title, String externalId, String mimeType, String text, String language) {
    public AddDocument(UUID baseId, String title, String externalId, String mimeType, String text) {
        this(baseId, title, externalId, mimeType, text, null);
    }

    /** Without the signs that no database keeps. */
    public AddDocument cleaned() {
        return new AddDocument(baseId, clean(title), clean(externalId), mimeType, clean(text), language);
    }

    private static String clean(String words) {
        return CleanText.of(words, words.length());
    }
}
