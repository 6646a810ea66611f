package io.sylion.knowledge.domain;

import java.time.Instant;
import java.util.UUID;

/** One look at all questions of a set. */
public record EvaluationRun(UUID id, UUID setId, Instant startedAt, int tookMs, EvaluationFigures figures) {}
