package io.sylion.knowledge.domain;

import java.util.UUID;

/**
 * A passage as a leg of the retrieval found it.
 *
 * @param score of that leg: BM25, or cosine similarity
 */
public record FoundPassage(
        UUID id, UUID documentId, String title, int position, String heading, String body, double score) {}
