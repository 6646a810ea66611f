package io.sylion.knowledge.api;

import jakarta.ejb.ApplicationException;

/** A store cannot be searched by this tenant; nothing was asked. */
@ApplicationException(rollback = true)
public class RetrievalRefused extends RuntimeException {
    /** Why. */
    public enum Reason {
        /** That is no name of a project. */
        PROJECT,
        /** That is no id of an engine or data store. */
        NAME,
        /** The operator has not opened this project to this tenant. */
        CLOSED_PROJECT
    }

    private final Reason reason;

    public RetrievalRefused(Reason reason) {
        super("store refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
