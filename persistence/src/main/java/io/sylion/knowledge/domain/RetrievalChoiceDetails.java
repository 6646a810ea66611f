package io.sylion.knowledge.domain;

import java.time.Instant;

/**
 * Where a tenant's assistants search, and who said so.
 *
 * @param store the one that was named last, null when none ever was
 * @param changedAt null when it was never changed
 */
public record RetrievalChoiceDetails(RetrievalMode mode, ManagedStore store, Instant changedAt, String changedBy) {
    /** Of a tenant that has not chosen. */
    public static final RetrievalChoiceDetails USUAL =
            new RetrievalChoiceDetails(RetrievalMode.OWN_INDEX, null, null, null);
}
