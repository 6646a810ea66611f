package io.sylion.learning.domain;

import java.util.List;
import java.util.UUID;

/**
 * The first question of a gap, which others are compared with.
 *
 * @param similarity cosine of the vectors; null when they cannot be compared
 */
public record GapLeader(UUID gapId, String language, List<String> terms, Double similarity) {}
