package io.sylion.knowledge.rest;

import java.util.List;

/** The fields of one document, or a list of many. */
public record NewDocuments(
        List<NewDocument> documents, String externalId, String title, String text, String mimeType, String language) {
    private static final int MOST = 1_000;

    List<NewDocument> all() {
        if (documents == null) {
            return List.of(new NewDocument(externalId, title, text, mimeType, language));
        }
        if (documents.isEmpty() || documents.size() > MOST || documents.contains(null)) {
            throw Given.refused("documents holds 1 to " + MOST + " documents");
        }
        return documents;
    }
}
