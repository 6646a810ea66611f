package io.sylion.learning.domain;

/** What became of a gap. */
public enum GapState {
    OPEN,
    ANSWERED,
    DISMISSED
}
