package io.sylion.conversation.domain;

import java.util.UUID;

/** A message's file: shown once STORED, at /media/{id}. */
public record MediaDetails(
        UUID id, String mimeType, String fileName, Long sizeBytes, MediaState state, String failureReason) {}
