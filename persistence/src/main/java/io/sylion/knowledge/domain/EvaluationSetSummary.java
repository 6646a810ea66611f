package io.sylion.knowledge.domain;

import java.util.UUID;

/** A set as lists show it. */
public record EvaluationSetSummary(UUID id, UUID baseId, String baseName, String name, int questions) {}
