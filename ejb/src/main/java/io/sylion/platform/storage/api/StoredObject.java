package io.sylion.platform.storage.api;

/**
 * What was stored.
 *
 * @param sha256 lower-case hex
 */
public record StoredObject(long size, String sha256) {}
