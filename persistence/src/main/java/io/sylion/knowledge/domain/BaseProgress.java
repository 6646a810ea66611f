package io.sylion.knowledge.domain;

import java.util.UUID;

/**
 * How far the indexing of a base is.
 *
 * @param waiting documents that are queued or being indexed
 * @param renewing whether its vectors are being made anew by another model
 */
public record BaseProgress(
        UUID id, String name, int documents, int waiting, int indexed, int failed, boolean renewing) {}
