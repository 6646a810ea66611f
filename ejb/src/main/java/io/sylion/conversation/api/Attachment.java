package io.sylion.conversation.api;

import io.sylion.channel.api.OutboundMedia;
import io.sylion.channel.domain.MessageType;
import java.util.UUID;

/**
 * A file that a member wants to send; stored, its type known from its content.
 *
 * @param type as what it is sent: IMAGE, VIDEO, AUDIO or DOCUMENT
 */
public record Attachment(MessageType type, OutboundMedia media, long size) {

    /** The reply that carries it; see {@link ReplyToCustomer} for the other parameters. */
    public ReplyToCustomer reply(UUID conversationId, String clientKey, String caption, UUID seenInboundId) {
        return new ReplyToCustomer(conversationId, clientKey, type, caption, media, size, seenInboundId);
    }
}
