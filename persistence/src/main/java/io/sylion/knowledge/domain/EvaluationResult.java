package io.sylion.knowledge.domain;

/**
 * How one question was answered.
 *
 * @param place of the document expected, from 1; 0 when it was not found
 * @param first external id of what was first; null when nothing was found
 * @param firstTitle its title
 */
public record EvaluationResult(String question, String expected, int place, String first, String firstTitle) {}
