package io.sylion.learning.domain;

/** How many gaps there are. */
public record GapCounts(int open, int answered, int dismissed) {}
