package io.sylion.platform.text;

/** A regular expression that is not run. */
public final class PatternRefused extends RuntimeException {
    /** Why. */
    public enum Reason {
        NOT_UNDERSTOOD,
        TOO_LARGE,
        MATCHES_NOTHING_SAID
    }

    private final Reason reason;
    private final String part;

    PatternRefused(Reason reason, String part) {
        super("pattern refused: " + reason);
        this.reason = reason;
        this.part = part;
    }

    public Reason reason() {
        return reason;
    }

    /** The part that is to blame. */
    public String part() {
        return part;
    }
}
