package io.sylion.conversation.api;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** No such conversation, message or file in this tenant. */
@ApplicationException(rollback = true)
public class ConversationNotFound extends RuntimeException {
    private ConversationNotFound(String message) {
        super(message);
    }

    public static ConversationNotFound withId(UUID id) {
        return new ConversationNotFound("no conversation " + id);
    }

    public static ConversationNotFound message(UUID id) {
        return new ConversationNotFound("no message " + id);
    }

    public static ConversationNotFound media(UUID id) {
        return new ConversationNotFound("no media " + id);
    }
}
