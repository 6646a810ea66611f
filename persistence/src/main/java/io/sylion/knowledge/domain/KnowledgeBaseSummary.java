package io.sylion.knowledge.domain;

import java.util.UUID;

/** A base as lists show it. */
public record KnowledgeBaseSummary(UUID id, String name, int documents) {}
