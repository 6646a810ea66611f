package io.sylion.knowledge.domain;

/** What of Vertex AI Search is asked: an app, or one of its stores directly. */
public enum StoreKind {
    ENGINE,
    DATA_STORE
}
