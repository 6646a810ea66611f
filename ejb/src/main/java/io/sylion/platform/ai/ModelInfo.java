package io.sylion.platform.ai;

/**
 * Which models answer, for decision records and stored vectors.
 *
 * @param dimension length of an embedding
 */
public record ModelInfo(
        String provider, String model, String embeddingProvider, String embeddingModel, int dimension) {}
