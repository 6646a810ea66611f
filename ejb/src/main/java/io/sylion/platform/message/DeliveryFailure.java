package io.sylion.platform.message;

import java.time.Instant;

/**
 * The last failure of a queue's message.
 *
 * @param failure classes of the failure and where in our code it came up
 */
public record DeliveryFailure(String messageId, int attempts, String failure, Instant failedAt) {}
