package io.sylion.knowledge.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A document as lists show it.
 *
 * @param failure why indexing failed, null when it did not
 */
public record DocumentSummary(
        UUID id, String externalId, String title, DocumentState state, Instant stateAt, String failure) {}
