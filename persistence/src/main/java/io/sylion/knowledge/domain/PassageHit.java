package io.sylion.knowledge.domain;

import java.util.UUID;

/**
 * A passage as a leg of the retrieval found it.
 *
 * @param score of that leg: BM25, or cosine similarity
 */
public record PassageHit(UUID id, UUID documentId, int position, double score) {}
