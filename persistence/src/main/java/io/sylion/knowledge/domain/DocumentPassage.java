package io.sylion.knowledge.domain;

/**
 * A passage as the AI sees it.
 *
 * @param number its place in the document, from 1
 */
public record DocumentPassage(int number, String heading, String body) {}
