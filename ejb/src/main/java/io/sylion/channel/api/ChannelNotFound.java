package io.sylion.channel.api;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** No such channel in this tenant. */
@ApplicationException(rollback = true)
public class ChannelNotFound extends RuntimeException {
    private ChannelNotFound(String message) {
        super(message);
    }

    public static ChannelNotFound withId(UUID id) {
        return new ChannelNotFound("no channel " + id);
    }
}
