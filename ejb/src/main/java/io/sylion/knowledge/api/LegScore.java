package io.sylion.knowledge.api;

/**
 * Why a document was found.
 *
 * @param rank its place among the documents of that leg, from 1
 * @param score of that leg, comparable within it only; null when a managed search tells none
 */
public record LegScore(RetrievalLeg leg, int rank, Double score) {}
