package io.sylion.channel.api;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.Optional;

/** A provider did not do what was asked. Carries what to do about it and words for the staff, never the message itself. */
@ApplicationException(rollback = true)
public class ProviderFailure extends RuntimeException {
    /** What the caller should do. */
    public enum Remedy {
        /** Try again soon: a passing fault. */
        RETRY,
        /** Try again later: a limit was reached. */
        WAIT,
        /** Do not repeat: this message cannot be sent. */
        FAIL,
        /** Do not repeat, and a person must mend the channel (credentials, payment, policy). */
        ALERT
    }

    private final Remedy remedy;
    private final String code;
    private final transient Duration retryAfter;
    private final boolean uncertain;

    /**
     * @param code the provider's error code, or one of ours in lower case ("timeout", "circuit-open", "unreachable")
     * @param reason in words, safe to log and to show
     * @param retryAfter null when the provider did not say
     * @param uncertain the provider may have accepted the message all the same
     */
    public ProviderFailure(Remedy remedy, String code, String reason, Duration retryAfter, boolean uncertain) {
        super(reason);
        this.remedy = remedy;
        this.code = code;
        this.retryAfter = retryAfter;
        this.uncertain = uncertain;
    }

    public Remedy remedy() {
        return remedy;
    }

    public String code() {
        return code;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public boolean isUncertain() {
        return uncertain;
    }
}
