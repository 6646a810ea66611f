package io.sylion.governance.api;

/** Somebody signs in with this e-mail already. */
public class PersonExists extends RuntimeException {
    public PersonExists() {
        super("the e-mail is taken");
    }
}
