package io.sylion.channel.api;

/**
 * A file that now lies in the object store.
 *
 * @param sha256 lower-case hex, computed by us
 */
public record FetchedMedia(String mimeType, long sizeBytes, String sha256) {}
