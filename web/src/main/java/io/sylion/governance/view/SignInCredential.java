package io.sylion.governance.view;

import io.sylion.governance.api.SignInOutcome;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;

/** What somebody typed at the door, from where, and what became of it. */
class SignInCredential extends UsernamePasswordCredential {
    private final String address;
    private SignInOutcome outcome;

    SignInCredential(String email, String password, String address) {
        super(email, password);
        this.address = address;
    }

    String address() {
        return address;
    }

    SignInOutcome outcome() {
        return outcome;
    }

    void became(SignInOutcome result) {
        outcome = result;
    }
}
