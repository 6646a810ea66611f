package io.sylion.usage.domain;

/**
 * What became of a wish to use units.
 *
 * @param used the units are counted, now or before under the same reference
 * @param collided another wish with the same reference was faster; the transaction must be rolled back and tried again
 * @param limit of the month, null when the month has no counter yet
 */
public record QuotaAnswer(boolean used, boolean collided, Long limit) {}
