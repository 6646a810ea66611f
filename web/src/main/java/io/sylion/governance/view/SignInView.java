package io.sylion.governance.view;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import io.sylion.governance.api.SignInOutcome;
import io.sylion.governance.domain.PersonDetails;
import io.sylion.platform.faces.Exchange;
import io.sylion.platform.faces.Preferences;
import io.sylion.platform.faces.Redirect;
import io.sylion.platform.faces.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import java.time.Clock;
import java.time.Duration;

/** The door. */
@Named("signIn")
@RequestScoped
public class SignInView {
    @Inject
    SecurityContext security;

    @Inject
    Preferences preferences;

    @Inject
    Texts texts;

    @Inject
    Clock clock;

    private final SignInForm form = new SignInForm();
    private String error;
    private String hint;

    public SignInForm getForm() {
        return form;
    }

    /** What went wrong, null when nothing did. */
    public String getError() {
        return error;
    }

    /** What to do about it. */
    public String getHint() {
        return hint;
    }

    public void enter() {
        if (form.getEmail() == null || form.getPassword() == null) {
            error = texts.get("governance", "signIn.incomplete");
            hint = texts.get("governance", "signIn.incompleteHint");
            return;
        }
        SignInCredential typed = new SignInCredential(
                form.getEmail(), form.getPassword(), Exchange.request().getRemoteAddr());
        AuthenticationStatus status = security.authenticate(
                Exchange.request(), Exchange.response(), withParams().credential(typed));
        if (status == AuthenticationStatus.SUCCESS) {
            welcome(typed.outcome().person());
        } else {
            refuse(typed.outcome());
        }
    }

    /** Somebody who is inside already needs no door. */
    public void pass() {
        SignedIn.of(Exchange.request()).ifPresent(who -> Redirect.to(who.home()));
    }

    private void welcome(PersonDetails person) {
        preferences.speak(person.locale() == null ? "" : person.locale(), Exchange.response());
        preferences.dress(person.theme() == null ? "" : person.theme(), Exchange.response());
        boolean member = !person.memberships().isEmpty();
        String next = form.getNext();
        Redirect.to(
                member && next != null && Redirect.isOurs(next)
                        ? next
                        : SignedIn.as(person, clock.instant()).home());
    }

    private void refuse(SignInOutcome outcome) {
        if (outcome == null) {
            error = texts.get("governance", "signIn.unavailable");
            hint = texts.get("governance", "signIn.unavailableHint");
        } else if (outcome.pausedUntil() != null) {
            Duration left = Duration.between(clock.instant(), outcome.pausedUntil());
            error = texts.get("governance", "signIn.paused");
            hint = texts.get(
                    "governance",
                    "signIn.pausedHint",
                    Math.max(1, left.plusSeconds(59).toMinutes()));
        } else {
            error = texts.get("governance", "signIn.wrong");
            hint = texts.get("governance", "signIn.wrongHint", outcome.triesLeft());
        }
    }
}
