package io.sylion.operations.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A dead letter as the operator sees it.
 *
 * @param tenantName null when its tenant is not known
 * @param attempts 0 when nobody noted them
 * @param failure why it failed last, null when nobody noted it
 * @param diedAt when it failed last, null when nobody noted it
 */
public record DeadLetterDetails(
        String queue,
        String messageId,
        UUID tenantId,
        String tenantName,
        Instant sentAt,
        Map<String, String> ids,
        int attempts,
        String failure,
        Instant diedAt)
        implements Serializable {}
