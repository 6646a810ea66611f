package io.sylion.knowledge.domain;

import java.util.UUID;

/**
 * A file or page whose text is still to be read.
 *
 * @param objectKey where its bytes lie; null for a page that is yet to be fetched
 */
public record UnreadSource(
        UUID documentId,
        int revision,
        String title,
        DocumentOrigin origin,
        String fileName,
        String objectKey,
        String address) {}
