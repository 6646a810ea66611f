package io.sylion.platform.ai;

import java.util.List;

/** A search service that holds documents and has indexed them itself. */
public interface ManagedSearch {
    /**
     * Documents that may answer, best first; none when nothing was found. Asks a server: never inside a transaction.
     *
     * @throws ModelFailure when there is no usable answer
     */
    List<ManagedHit> search(ManagedQuery query);
}
