package io.sylion.triage.api;

import jakarta.ejb.ApplicationException;

/** Somebody else has saved the rules since they were read. */
@ApplicationException(rollback = true)
public class RulesOverwritten extends RuntimeException {
    public RulesOverwritten(int basedOn, int newest) {
        super("rules based on version " + basedOn + ", the newest is " + newest);
    }
}
