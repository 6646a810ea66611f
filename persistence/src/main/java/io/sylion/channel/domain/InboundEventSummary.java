package io.sylion.channel.domain;

import java.time.Instant;

/** One line of a channel's log of webhooks. */
public record InboundEventSummary(String key, String kind, Instant receivedAt, String outcome, String reason) {}
