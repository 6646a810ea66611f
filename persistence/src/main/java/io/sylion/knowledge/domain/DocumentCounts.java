package io.sylion.knowledge.domain;

/**
 * How many documents of a base are in which state.
 *
 * @param stale those that are found, though nobody has looked at them for long
 * @param passages that are found, of all of them
 */
public record DocumentCounts(int all, int working, int failed, int stale, int passages) {}
