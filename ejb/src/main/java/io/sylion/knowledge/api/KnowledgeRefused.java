package io.sylion.knowledge.api;

import jakarta.ejb.ApplicationException;

/** What was given cannot be taken; the message says why, in words for a developer. */
@ApplicationException(rollback = true)
public class KnowledgeRefused extends RuntimeException {
    public KnowledgeRefused(String why) {
        super(why);
    }
}
