package io.sylion.triage.domain;

import io.sylion.channel.domain.MessageType;
import java.time.Instant;
import java.util.UUID;

/** A message that was triaged, to try other rules on. */
public record PastMessage(
        UUID conversationId, UUID channelId, MessageType type, String text, Instant at, String contactName) {}
