package io.sylion.channel.api;

import io.sylion.channel.domain.DeliveryStatus;
import java.util.UUID;

/**
 * What became of a message that the provider accepted.
 *
 * @param messageId our message, from the opaque data that travelled with the send; null when none came back
 * @param code provider's error code of FAILED, else null
 * @param reason the failure in the provider's words, else null
 * @param pricing category billed, null when not told
 */
public record DeliveryUpdate(DeliveryStatus status, UUID messageId, String code, String reason, String pricing) {}
