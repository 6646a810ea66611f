package io.sylion.conversation.api;

import java.util.UUID;

/** A change of a conversation has reached this node from whichever node made it: its browsers should look again. */
public record ConversationStirred(UUID tenantId, UUID conversationId) {}
