package io.sylion.channel.hook;

import java.util.Locale;

/**
 * Why a post is not taken. All but a wrong address, method, signature, size or form are passing: providers deliver anew after
 * every answer but 200, for days, so a passing refusal loses nothing.
 */
enum Refusal {
    UNKNOWN_ADDRESS(404),
    METHOD(405),
    HANDSHAKE(403),
    SIGNATURE(401),
    TOO_LARGE(413),
    MALFORMED(400),
    /** One channel brings more than its share. */
    RATE(429),
    /** More posts are under way than this node wants to hold. */
    BUSY(503),
    /** Whose channel it is cannot be found out now. */
    CHANNELS_UNAVAILABLE(503),
    BROKER(503),
    /** The disk of the journal is nearly full. */
    DISK(503),
    TIME_OUT(503),
    /** The provider stopped in the middle; nobody hears the answer. */
    BROKEN_OFF(400),
    /** A fault of ours, logged. */
    FAULT(503);

    private final int status;
    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Refusal(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String label() {
        return label;
    }
}
