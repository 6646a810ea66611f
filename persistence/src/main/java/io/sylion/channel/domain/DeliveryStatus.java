package io.sylion.channel.domain;

/** A provider's word on a message that it accepted, in the order in which they improve on each other. */
public enum DeliveryStatus {
    FAILED,
    SENT,
    DELIVERED,
    READ,
    PLAYED;

    /** Whether this status tells more than another one: a failure is believed only while nothing was delivered. */
    public boolean improvesOn(DeliveryStatus other) {
        if (this == FAILED) {
            return other == SENT;
        }
        return compareTo(other) > 0;
    }
}
