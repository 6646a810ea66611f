package io.sylion.knowledge.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A document as pages show it.
 *
 * @param fileType what the file really is, a media type; null while it was not read, and for texts
 * @param fileBytes null when there is no file
 * @param problem why indexing failed, null when it did not
 * @param passages how many are found
 * @param reviewedAt when the words last became others, or a member last said that they still hold
 */
public record DocumentDetails(
        UUID id,
        UUID baseId,
        String title,
        DocumentOrigin origin,
        String fileName,
        String fileType,
        Long fileBytes,
        int pages,
        String address,
        DocumentState state,
        Instant stateAt,
        DocumentProblem problem,
        int passages,
        int revision,
        int indexedRevision,
        Instant changedAt,
        Instant reviewedAt) {
    public boolean working() {
        return state == DocumentState.QUEUED || state == DocumentState.INDEXING;
    }

    /** Whether it is found, though nobody has looked at it since a time. */
    public boolean stale(Instant before) {
        return state == DocumentState.INDEXED && reviewedAt.isBefore(before);
    }

    public boolean failed() {
        return state == DocumentState.FAILED;
    }
}
