package io.sylion.channel.api;

/**
 * A file of ours to send.
 *
 * @param objectKey where it lies in the object store
 */
public record OutboundMedia(String objectKey, String mimeType, String fileName) {}
