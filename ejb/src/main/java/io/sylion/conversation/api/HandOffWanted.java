package io.sylion.conversation.api;

import java.util.UUID;

/** Triage asks a person; the customer should be told. Fired inside the transaction that stores the message. */
public record HandOffWanted(UUID conversationId, UUID messageId, UUID channelId, UUID decisionId) {}
