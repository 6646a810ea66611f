package io.sylion.conversation.domain;

/** A file that lies in the object store, for showing or sending it. */
public record StoredMedia(String objectKey, String mimeType, String fileName, long sizeBytes) {}
