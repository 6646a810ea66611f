package io.sylion.decision.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Some decisions and where to look on.
 *
 * @param nextAt with {@code nextId} where the next page begins; null when nothing older is left to look at
 */
public record DecisionPage(List<DecisionSummary> rows, Instant nextAt, UUID nextId) {}
