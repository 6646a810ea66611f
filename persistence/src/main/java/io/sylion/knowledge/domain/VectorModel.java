package io.sylion.knowledge.domain;

/**
 * A model that makes vectors, as it was when the configuration named it.
 *
 * @param provider who answers for it
 * @param name its name there
 * @param dimension length of its vectors
 * @param minimumSimilarity less similar passages are no answer by their meaning alone
 */
public record VectorModel(int id, String provider, String name, int dimension, double minimumSimilarity) {}
