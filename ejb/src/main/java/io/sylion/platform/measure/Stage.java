package io.sylion.platform.measure;

import java.util.Locale;

/** The stages on the way of a message. {@link #REPLY} is the sum of those after RECEIVE, as its customer feels it. */
public enum Stage {
    /** From the gateway's taking in until the event is committed: the age of the queue. */
    RECEIVE("an event's way from the gateway into the database"),
    /** From the storing of the customer's message until a reply is planned; the pause for the rest of a burst is in it. */
    WAIT("a stored message's wait for its reply to be begun"),
    PLAN("the transaction that decides whether a reply is made"),
    RETRIEVE("looking up passages"),
    MODEL("the model's answer"),
    RECORD("the transaction that records the reply"),
    /** From the writing of an outbound message until its first attempt begins. */
    QUEUE("an outbound message's wait for its first attempt"),
    PROVIDER("one attempt to hand a message to the provider, failed ones too"),
    /** From the storing of the customer's message until the provider has accepted the answer. */
    REPLY("a stored message's way to its accepted answer");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
