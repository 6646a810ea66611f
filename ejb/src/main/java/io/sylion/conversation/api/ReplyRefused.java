package io.sylion.conversation.api;

import jakarta.ejb.ApplicationException;

/** A message may not be sent now; nothing was stored. */
@ApplicationException(rollback = true)
public class ReplyRefused extends RuntimeException {
    /** Why, as a key of the inbox's texts. */
    public enum Reason {
        EMPTY,
        TOO_LONG,
        WINDOW_CLOSED,
        NEWER_MESSAGE,
        QUOTA_REACHED,
        MEDIA_NOT_ALLOWED,
        MEDIA_TOO_LARGE
    }

    private final Reason reason;

    public ReplyRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
