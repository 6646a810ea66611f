package io.sylion.usage.api;

import io.sylion.usage.domain.QuotaMetric;
import jakarta.ejb.ApplicationException;

/** The month's limit leaves no room for what was asked; nothing was counted. */
@ApplicationException
public class QuotaReached extends RuntimeException {
    private final QuotaMetric metric;
    private final long limit;

    public QuotaReached(QuotaMetric metric, long limit) {
        super("the monthly limit of " + limit + " " + metric + " is reached");
        this.metric = metric;
        this.limit = limit;
    }

    public QuotaMetric metric() {
        return metric;
    }

    public long limit() {
        return limit;
    }
}
