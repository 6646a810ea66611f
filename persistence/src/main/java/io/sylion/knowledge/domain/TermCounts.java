package io.sylion.knowledge.domain;

import java.util.Map;

/**
 * How common terms are.
 *
 * @param passages all that were looked at
 * @param byTerm passages that hold the term
 */
public record TermCounts(int passages, Map<Integer, Integer> byTerm) {}
