package io.sylion.channel.api;

import io.sylion.channel.domain.ChannelProvider;
import java.util.UUID;

/**
 * What a connector needs to act for a channel. Holds a secret: never logged, never sent to a browser.
 *
 * @param well whether the provider accepted what the channel sent last
 */
public record ChannelAccount(
        UUID tenantId,
        UUID channelId,
        ChannelProvider provider,
        String baseUrl,
        String providerNumberId,
        String accessToken,
        boolean well) {
    @Override
    public String toString() {
        return "ChannelAccount[" + channelId + "]";
    }
}
