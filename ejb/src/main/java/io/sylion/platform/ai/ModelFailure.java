package io.sylion.platform.ai;

/** A model gave no usable answer. The message is for staff and logs; it never holds what the customer wrote. */
public class ModelFailure extends RuntimeException {
    /** What happened, as far as it decides what to do next. */
    public enum Kind {
        /** Too many calls, at the provider or at our own limit: later it works again. */
        RATE_LIMITED,
        /** No answer within the time limit. */
        TIMEOUT,
        /** The provider refused the prompt or its own answer for reasons of safety. */
        BLOCKED,
        /** The answer was cut before it was complete. */
        TRUNCATED,
        /** The provider is down, unreachable or overloaded. */
        UNAVAILABLE,
        /** Credentials, project, model name or request are not accepted: a person must act. */
        MISCONFIGURED,
        /** An answer came, but not one that can be read. */
        MALFORMED
    }

    private final Kind kind;
    private final boolean repeatable;

    private ModelFailure(Kind kind, boolean repeatable, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.repeatable = repeatable;
    }

    public ModelFailure(Kind kind, String message) {
        this(kind, false, message, null);
    }

    public ModelFailure(Kind kind, String message, Throwable cause) {
        this(kind, false, message, cause);
    }

    /** From the status of an HTTP answer; 429, 500, 503 and 504 are worth another try. */
    public static ModelFailure ofStatus(int status, String message, Throwable cause) {
        Kind kind = switch (status) {
            case 429 -> Kind.RATE_LIMITED;
            case 408, 504 -> Kind.TIMEOUT;
            default -> status >= 500 ? Kind.UNAVAILABLE : Kind.MISCONFIGURED;
        };
        boolean repeatable = status == 429 || status == 500 || status == 503 || status == 504;
        return new ModelFailure(kind, repeatable, message, cause);
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the same call may succeed in a second. */
    public boolean repeatable() {
        return repeatable;
    }

    /** Whether the fault lies with the provider, so that it counts against it. */
    boolean isOutage() {
        return kind == Kind.TIMEOUT || kind == Kind.UNAVAILABLE || kind == Kind.RATE_LIMITED;
    }
}
