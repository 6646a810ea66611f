package io.sylion.governance.view;

import io.sylion.governance.api.SignInOutcome;
import io.sylion.governance.service.SignInService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.time.Clock;

/** Knows the people of the installation by their passwords. */
@ApplicationScoped
public class PeopleStore implements IdentityStore {
    @Inject
    SignInService door;

    @Inject
    Clock clock;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof SignInCredential typed)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        SignInOutcome outcome = door.signIn(typed.getCaller(), typed.getPasswordAsString(), typed.address());
        typed.became(outcome);
        if (outcome.person() == null) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        SignedIn signedIn = SignedIn.as(outcome.person(), clock.instant());
        return new CredentialValidationResult(outcome.person().id().toString(), signedIn.groups());
    }
}
