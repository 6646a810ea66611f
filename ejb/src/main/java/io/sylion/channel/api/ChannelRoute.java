package io.sylion.channel.api;

import java.util.UUID;

/** Whose channel a webhook's number is. */
public record ChannelRoute(UUID tenantId, UUID channelId) {}
