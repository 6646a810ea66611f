package io.sylion.conversation.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** How many messages of a tenant left without anybody knowing whether they arrived, and since when the oldest waits. */
public record UnknownSends(UUID tenantId, long count, Instant oldest) implements Serializable {}
