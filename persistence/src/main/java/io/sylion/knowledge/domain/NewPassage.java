package io.sylion.knowledge.domain;

/**
 * A part of a document, cut and weighed.
 *
 * @param heading the headings above it, outermost first; empty when there are none
 */
public record NewPassage(int position, String heading, String body, SparseVector lexical) {}
