package io.sylion.usage.domain;

import java.util.UUID;

/**
 * Units held for one piece of work until it is settled or released.
 *
 * @param settled the work was settled before: nothing is held any more
 */
public record Reservation(UUID id, QuotaMetric metric, long amount, boolean settled) {}
