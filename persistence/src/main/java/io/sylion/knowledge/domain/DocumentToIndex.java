package io.sylion.knowledge.domain;

import java.util.UUID;

/** The text of a document at one revision. */
public record DocumentToIndex(UUID id, int revision, String title, String mimeType, String language, String body) {}
