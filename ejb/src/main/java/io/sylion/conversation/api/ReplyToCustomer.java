package io.sylion.conversation.api;

import io.sylion.channel.api.OutboundMedia;
import io.sylion.channel.domain.MessageType;
import java.util.UUID;

/**
 * A member answers.
 *
 * @param clientKey made by the sender's form once for this message: sending it again changes nothing
 * @param type TEXT, IMAGE, VIDEO, AUDIO or DOCUMENT
 * @param text 1 to 4096 characters for TEXT, up to 1024 as a caption
 * @param media for media types, else null
 * @param size of the media in bytes
 * @param seenInboundId newest inbound message that the member saw, null to send in any case
 */
public record ReplyToCustomer(
        UUID conversationId,
        String clientKey,
        MessageType type,
        String text,
        OutboundMedia media,
        long size,
        UUID seenInboundId) {

    public static ReplyToCustomer text(UUID conversationId, String clientKey, String text) {
        return new ReplyToCustomer(conversationId, clientKey, MessageType.TEXT, text, null, 0, null);
    }
}
