package io.sylion.learning.domain;

import java.util.UUID;

/**
 * An answer that a member found right.
 *
 * @param question the customer's words
 * @param expected external id of the document that the answer cites first
 */
public record MarkedAnswer(UUID baseId, String question, String expected) {}
