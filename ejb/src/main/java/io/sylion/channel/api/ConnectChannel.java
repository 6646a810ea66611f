package io.sylion.channel.api;

import io.sylion.channel.domain.ChannelProvider;

/**
 * Connects a number. Holds secrets: never logged.
 *
 * @param providerNumberId the provider's id of the number (Meta's phone number id)
 * @param baseUrl null for the provider's own; only the application itself may name another
 * @param webhookKey last part of the webhook's address, null for a new random one; several numbers may share one only if
 *     they share its secret
 * @param accessToken bearer token or key for sending
 * @param appSecret signs webhooks of the Cloud API; null for 360dialog
 * @param webhookToken verify token of the handshake, or the value of X-Sylion-Token that 360dialog is told to send; null
 *     when none is asked for
 */
public record ConnectChannel(
        ChannelProvider provider,
        String name,
        String displayNumber,
        String providerNumberId,
        String baseUrl,
        String webhookKey,
        String accessToken,
        String appSecret,
        String webhookToken) {
    @Override
    public String toString() {
        return "ConnectChannel[" + provider + " " + providerNumberId + "]";
    }
}
