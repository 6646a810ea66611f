package io.sylion.knowledge.domain;

/** Which documents of a base are looked at. */
public enum DocumentShelf {
    ALL,
    WORKING,
    FAILED,
    /** Found, though nobody has looked at them for long. */
    STALE
}
