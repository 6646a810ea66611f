package io.sylion.channel.domain;

/**
 * Encrypted secrets of a channel.
 *
 * @param accessToken bearer token or key for sending
 * @param appSecret key that signs webhooks, null for 360dialog
 * @param webhookToken verify token of the handshake, or value of the header X-Sylion-Token; null when none is asked for
 */
@SuppressWarnings("ArrayRecordComponent")
public record ChannelSecrets(byte[] accessToken, byte[] appSecret, byte[] webhookToken) {}
