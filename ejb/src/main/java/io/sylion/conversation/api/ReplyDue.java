package io.sylion.conversation.api;

import java.util.UUID;

/**
 * An automatic reply to a message is owed.
 *
 * @param delayMillis how long to wait for more messages of the same burst
 */
public record ReplyDue(UUID tenantId, UUID channelId, UUID conversationId, UUID messageId, long delayMillis) {}
