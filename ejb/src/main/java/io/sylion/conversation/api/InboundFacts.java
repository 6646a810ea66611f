package io.sylion.conversation.api;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.domain.Handler;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What is known of an inbound message before it is stored.
 *
 * @param messageId the id that it will have
 * @param handler who has the conversation
 * @param aiAllowed whether AI control is on for the channel
 * @param replyAfter silence of the customer before an automatic reply; null when nobody gives one there
 */
public record InboundFacts(
        UUID conversationId,
        UUID messageId,
        UUID channelId,
        MessageType type,
        String text,
        Handler handler,
        boolean aiAllowed,
        Duration replyAfter,
        Instant now) {}
