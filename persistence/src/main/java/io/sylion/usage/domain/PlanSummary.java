package io.sylion.usage.domain;

import java.util.Map;

/** A plan with its monthly limits. */
public record PlanSummary(String code, String name, Map<QuotaMetric, Long> limits) {}
