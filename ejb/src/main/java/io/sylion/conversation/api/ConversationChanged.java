package io.sylion.conversation.api;

import java.util.UUID;

/** Something that the inbox shows has changed; goes to every node's browsers. */
public record ConversationChanged(UUID tenantId, UUID conversationId) {}
