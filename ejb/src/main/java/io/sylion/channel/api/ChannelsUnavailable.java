package io.sylion.channel.api;

import jakarta.ejb.ApplicationException;

/** Whose a webhook is cannot be said now: the database does not answer and nothing is remembered. */
@ApplicationException(rollback = true)
public class ChannelsUnavailable extends RuntimeException {
    public ChannelsUnavailable(Throwable cause) {
        super("channels cannot be looked up", cause);
    }
}
