package io.sylion.triage.api;

import jakarta.ejb.ApplicationException;

/** The bound tenant has saved no such version of its rules. */
@ApplicationException(rollback = true)
public class RuleSetNotFound extends RuntimeException {
    private RuleSetNotFound(String message) {
        super(message);
    }

    public static RuleSetNotFound numbered(int number) {
        return new RuleSetNotFound("no version " + number);
    }
}
