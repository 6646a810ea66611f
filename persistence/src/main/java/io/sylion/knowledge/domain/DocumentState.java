package io.sylion.knowledge.domain;

/** How far a document is on its way to being found. */
public enum DocumentState {
    QUEUED,
    INDEXING,
    INDEXED,
    FAILED
}
