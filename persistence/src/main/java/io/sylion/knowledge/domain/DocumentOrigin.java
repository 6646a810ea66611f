package io.sylion.knowledge.domain;

/** Where a document's words come from. */
public enum DocumentOrigin {
    /** Written or pasted, or sent by another program. */
    TEXT,
    FILE,
    PAGE
}
