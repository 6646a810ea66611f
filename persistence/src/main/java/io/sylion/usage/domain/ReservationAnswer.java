package io.sylion.usage.domain;

/**
 * What became of a {@link ReservationRequest}.
 *
 * @param reservation made now or before under the same reference, null when none
 * @param limit of the month, null when the month has no counter yet
 * @param collided another request with the same reference was faster; the transaction must be rolled back and tried again
 */
public record ReservationAnswer(Reservation reservation, Long limit, boolean collided) {}
