package io.sylion.usage.domain;

/** What a plan limits by the month. */
public enum QuotaMetric {
    AI_REPLIES,
    OUTBOUND_MESSAGES,
    DOCUMENTS,
    DOCUMENT_CHARACTERS,
    AI_TOKENS
}
