package io.sylion.platform.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.util.List;

/** Native queries, whose rows Jakarta Persistence leaves untyped. */
public final class Rows {
    private Rows() {}

    /**
     * A native query that need not see what this transaction has not written yet. Any other makes Hibernate write all changes of
     * entities first, so that one row is written again and again.
     */
    public static Query quiet(EntityManager entities, String sql) {
        return entities.createNativeQuery(sql).setFlushMode(FlushModeType.COMMIT);
    }

    /** As {@link #quiet(EntityManager, String)}, with rows of this type. */
    public static Query quiet(EntityManager entities, String sql, Class<?> row) {
        return entities.createNativeQuery(sql, row).setFlushMode(FlushModeType.COMMIT);
    }

    /** The rows as what the query was made to return: a result class, or {@code Object[]}. */
    @SuppressWarnings("unchecked")
    public static <T> List<T> of(Query query) {
        return query.getResultList();
    }
}
