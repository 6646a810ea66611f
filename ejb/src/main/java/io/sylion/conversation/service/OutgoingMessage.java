package io.sylion.conversation.service;

import io.sylion.channel.api.ChannelAccount;
import io.sylion.channel.api.OutboundContent;
import java.util.UUID;

/**
 * A claimed message, ready for its one send attempt.
 *
 * @param reservation of the quota
 */
public record OutgoingMessage(
        UUID conversationId, ChannelAccount account, OutboundContent content, int attempt, UUID reservation) {
    public UUID id() {
        return content.messageId();
    }
}
