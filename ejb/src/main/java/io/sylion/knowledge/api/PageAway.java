package io.sylion.knowledge.api;

import jakarta.ejb.ApplicationException;

/** A site does not answer; trying again later may help. */
@ApplicationException(rollback = true)
public class PageAway extends RuntimeException {
    public PageAway(String message, Throwable cause) {
        super(message, cause);
    }

    public PageAway(String message) {
        super(message);
    }
}
