package io.sylion.conversation.api;

import io.sylion.channel.domain.MessageType;
import java.time.Instant;
import java.util.UUID;

/** A customer's message was stored; fired inside the transaction that stores it. */
public record MessageStored(
        UUID conversationId, UUID messageId, UUID channelId, MessageType type, String text, Instant occurredAt) {}
