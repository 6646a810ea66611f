package io.sylion.channel.api;

/**
 * A file at the provider, not fetched yet.
 *
 * @param mediaId the provider's id
 * @param mimeType without parameters
 * @param sha256 as the provider wrote it (hex or base64), may be null
 */
public record InboundMedia(String mediaId, String mimeType, String fileName, String sha256) {}
