package io.sylion.knowledge.domain;

/** Where a tenant's assistants search. */
public enum RetrievalMode {
    /** The tenant's documents, indexed by us. */
    OWN_INDEX,
    /** A store of Vertex AI Search, which the tenant fills by itself. */
    VERTEX_SEARCH
}
