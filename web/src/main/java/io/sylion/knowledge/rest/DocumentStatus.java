package io.sylion.knowledge.rest;

import io.sylion.knowledge.domain.DocumentState;
import io.sylion.knowledge.domain.DocumentSummary;
import java.time.Instant;
import java.util.UUID;

/**
 * A document and how far its indexing is.
 *
 * @param failure why it failed; absent when it did not
 */
public record DocumentStatus(
        UUID documentId, String externalId, String title, DocumentState state, Instant stateAt, String failure) {
    static DocumentStatus of(DocumentSummary document) {
        return new DocumentStatus(
                document.id(),
                document.externalId(),
                document.title(),
                document.state(),
                document.stateAt(),
                document.failure());
    }
}
