package io.sylion.conversation.api;

import java.util.UUID;

/** A message waits to be sent. */
public record MessageQueued(UUID tenantId, UUID conversationId, long delayMillis) {}
