package io.sylion.usage.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A wish to hold units.
 *
 * @param id of the reservation, should one be made
 * @param reference names the work within its metric: asking twice holds once
 * @param now decides the month
 * @param expiresAt when the units go back if nobody settles or releases them
 */
public record ReservationRequest(
        UUID id, QuotaMetric metric, long amount, String reference, Instant now, Instant expiresAt) {}
