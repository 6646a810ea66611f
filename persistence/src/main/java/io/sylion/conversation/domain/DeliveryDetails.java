package io.sylion.conversation.domain;

import java.time.Instant;

/** One word of the provider on a message of ours. */
public record DeliveryDetails(String status, Instant occurredAt, String code, String reason, String pricing) {}
