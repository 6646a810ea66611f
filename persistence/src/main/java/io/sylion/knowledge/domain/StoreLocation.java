package io.sylion.knowledge.domain;

import java.util.Locale;

/** Where a store of Vertex AI Search lies; there are no others. */
public enum StoreLocation {
    GLOBAL,
    EU,
    US;

    /** As Google writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
