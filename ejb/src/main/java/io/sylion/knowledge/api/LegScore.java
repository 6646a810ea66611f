package io.sylion.knowledge.api;

/**
 * Why a document was found.
 *
 * @param rank its place among the documents of that leg, from 1
 * @param score of that leg, comparable within it only
 */
public record LegScore(RetrievalLeg leg, int rank, double score) {}
