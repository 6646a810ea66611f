package io.sylion.knowledge.domain;

import java.util.UUID;

/** A stored passage that waits for its vector, with the title of its document. */
public record PassageText(UUID id, String title, String heading, String body) {}
