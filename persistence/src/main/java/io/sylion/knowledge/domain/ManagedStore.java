package io.sylion.knowledge.domain;

/**
 * A store of documents that Vertex AI Search keeps and searches.
 *
 * @param name id of the engine or data store
 */
public record ManagedStore(String project, StoreLocation location, StoreKind kind, String name) {
    /** Its name at Google: one store has one. */
    public String resource() {
        return "projects/" + project + "/locations/" + location.code() + "/collections/default_collection/"
                + (kind == StoreKind.ENGINE ? "engines/" : "dataStores/") + name;
    }
}
