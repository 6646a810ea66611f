package io.sylion.knowledge.domain;

/**
 * A question whose answer is known.
 *
 * @param expected external id of the document that answers
 */
public record EvaluationQuestion(String question, String expected) {}
