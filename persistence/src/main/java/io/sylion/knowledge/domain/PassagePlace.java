package io.sylion.knowledge.domain;

import java.util.UUID;

/** Where a passage stands. */
public record PassagePlace(UUID documentId, int position) {}
