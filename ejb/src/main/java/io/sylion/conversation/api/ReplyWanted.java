package io.sylion.conversation.api;

import java.util.UUID;

/** Triage wants an automatic reply to a message; fired inside the transaction that stores the message. */
public record ReplyWanted(UUID conversationId, UUID messageId, UUID channelId, UUID decisionId) {}
