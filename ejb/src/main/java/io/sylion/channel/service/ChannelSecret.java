package io.sylion.channel.service;

import io.sylion.channel.domain.ChannelProvider;
import java.util.UUID;

/** The secrets of a channel, each sealed for its own place: one cannot stand in for another, nor for another channel's. */
enum ChannelSecret {
    ACCESS_TOKEN,
    APP_SECRET,
    WEBHOOK_TOKEN;

    String owner(UUID tenantId, ChannelProvider provider, String providerNumberId) {
        return "channel/" + tenantId + "/" + provider + "/" + providerNumberId + "/" + name();
    }
}
