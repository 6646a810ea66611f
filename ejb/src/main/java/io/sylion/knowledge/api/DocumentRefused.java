package io.sylion.knowledge.api;

import jakarta.ejb.ApplicationException;

/** A file or address was not taken in; nothing was stored. */
@ApplicationException(rollback = true)
public class DocumentRefused extends RuntimeException {
    private final Reason reason;

    public enum Reason {
        TOO_LARGE,
        NO_NAME,
        NO_ADDRESS,
        QUOTA
    }

    public DocumentRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
