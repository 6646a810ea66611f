package io.sylion.conversation.domain;

import io.sylion.channel.domain.DeliveryStatus;

/**
 * Where a message stands. Inbound ones stay RECEIVED, notes NOTED. Outbound ones go QUEUED → SENDING → SENT and up; back to
 * QUEUED for another attempt; FAILED and WITHHELD (an automatic one that AI control held back) end it until a person retries;
 * UNKNOWN is a send whose outcome nobody knows: a status of the provider settles it, or a person.
 */
public enum MessageState {
    RECEIVED,
    NOTED,
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    READ,
    PLAYED,
    FAILED,
    UNKNOWN,
    WITHHELD;

    /**
     * Whether a provider's word changes this state: never downwards, and a failure only while nothing was delivered.
     * After a failure only a delivery is news, so that "sent" and "failed" end the same in either order.
     */
    public boolean yieldsTo(DeliveryStatus status) {
        return switch (this) {
            case RECEIVED, NOTED, WITHHELD -> false;
            case QUEUED, SENDING, UNKNOWN -> true;
            case FAILED -> status.compareTo(DeliveryStatus.SENT) > 0;
            case SENT -> status != DeliveryStatus.SENT;
            case DELIVERED -> status.improvesOn(DeliveryStatus.DELIVERED);
            case READ -> status.improvesOn(DeliveryStatus.READ);
            case PLAYED -> false;
        };
    }

    /** Whether a person may ask to send the message again. */
    public boolean isRetriable() {
        return this == FAILED || this == UNKNOWN || this == WITHHELD;
    }

    static MessageState of(DeliveryStatus status) {
        return valueOf(status.name());
    }
}
