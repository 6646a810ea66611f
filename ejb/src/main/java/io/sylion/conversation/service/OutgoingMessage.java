package io.sylion.conversation.service;

import io.sylion.channel.api.ChannelAccount;
import io.sylion.channel.api.OutboundContent;
import java.util.UUID;

/**
 * A claimed message, ready for its one send attempt.
 *
 * @param answersId the customer's message that it answers; null when a member wrote it
 */
public record OutgoingMessage(
        UUID conversationId, ChannelAccount account, OutboundContent content, int attempt, UUID answersId) {
    public UUID id() {
        return content.messageId();
    }
}
