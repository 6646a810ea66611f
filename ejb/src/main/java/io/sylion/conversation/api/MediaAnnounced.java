package io.sylion.conversation.api;

import java.util.UUID;

/** A customer's message has a file that lies at the provider still. */
public record MediaAnnounced(UUID tenantId, UUID mediaId) {}
