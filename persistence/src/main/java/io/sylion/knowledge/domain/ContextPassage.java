package io.sylion.knowledge.domain;

import java.util.UUID;

/** A passage with its words and its document's names. */
public record ContextPassage(
        UUID id, UUID documentId, String externalId, String title, int position, String heading, String body) {}
