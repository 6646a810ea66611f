package io.sylion.usage.domain;

import java.time.Instant;

/**
 * How far a metric's monthly limit is used.
 *
 * @param used units of the running month
 * @param resetsAt when the next month begins in the tenant's time zone
 */
public record QuotaMeter(QuotaMetric metric, long limit, long used, Instant resetsAt) {
    private static final int WARNING_PERCENT = 80;

    public int percent() {
        return limit == 0 ? 100 : (int) Math.min(100, 100 * used / limit);
    }

    public boolean isNear() {
        return percent() >= WARNING_PERCENT;
    }

    public boolean isReached() {
        return used >= limit;
    }
}
