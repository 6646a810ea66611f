package io.sylion.platform.message;

import io.sylion.platform.api.Json;
import jakarta.jms.JMSException;
import jakarta.jms.Message;

/** What a message of a queue says. */
public final class MessageContent {
    private MessageContent() {}

    /** The command or event that was sent; one that cannot be read is a failed delivery, as any other failure of a consumer. */
    public static <T> T read(Message message, Class<T> type) {
        try {
            return Json.read(message.getBody(String.class), type);
        } catch (JMSException e) {
            throw new IllegalStateException("unreadable message", e);
        }
    }
}
