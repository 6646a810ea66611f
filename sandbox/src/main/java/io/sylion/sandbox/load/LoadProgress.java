package io.sylion.sandbox.load;

/** What is known of a run's messages while their replies come in. */
public interface LoadProgress {
    /** When the message was acknowledged, -1 when it never was, 0 when it is still under way. */
    long acknowledged(int customer, int number);

    /** When the message was first posted, 0 when it was not yet. */
    long sent(int customer, int number);

    /** The customer has a reply to this message. */
    void answered(int customer, int number);
}
