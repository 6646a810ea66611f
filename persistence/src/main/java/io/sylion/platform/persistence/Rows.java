package io.sylion.platform.persistence;

import jakarta.persistence.Query;
import java.util.List;

/** Results of native queries, whose rows Jakarta Persistence leaves untyped. */
public final class Rows {
    private Rows() {}

    /** The rows as what the query was made to return: a result class, or {@code Object[]}. */
    @SuppressWarnings("unchecked")
    public static <T> List<T> of(Query query) {
        return query.getResultList();
    }
}
