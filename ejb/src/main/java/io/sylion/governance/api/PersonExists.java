package io.sylion.governance.api;

import jakarta.ejb.ApplicationException;

/** Somebody signs in with this e-mail already. */
@ApplicationException(rollback = true)
public class PersonExists extends RuntimeException {
    public PersonExists() {
        super("the e-mail is taken");
    }
}
