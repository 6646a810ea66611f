package io.sylion.channel.api;

import jakarta.ejb.ApplicationException;

/** A channel cannot be connected as asked; nothing was stored. */
@ApplicationException(rollback = true)
public class ChannelRefused extends RuntimeException {
    /** Why, as a key of the texts. */
    public enum Reason {
        /** A mandatory part is missing or not well formed. */
        INCOMPLETE,
        /** The number is connected already, here or elsewhere. */
        NUMBER_TAKEN,
        /** The webhook address belongs to somebody with another secret. */
        ADDRESS_TAKEN
    }

    private final Reason reason;

    public ChannelRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
