package io.sylion.governance.service;

import io.sylion.governance.api.SignInOutcome;
import io.sylion.governance.domain.Membership;
import io.sylion.governance.domain.PersonDetails;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.OperatorDatabase;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * The door: checks a password, counts failures by e-mail and by address, and writes both into the audit trail. Its answer and
 * its duration are the same for e-mails that nobody has.
 */
@ApplicationScoped
@PermitAll
public class SignInService {
    private static final Logger LOG = Logger.getLogger(SignInService.class.getName());
    private static final int LONGEST_PASSWORD = 256;

    @Inject
    SignInThrottle throttle;

    @Inject
    Passwords passwords;

    @Inject
    PersonService people;

    @Inject
    OperatorDatabase database;

    @Inject
    Clock clock;

    public SignInOutcome signIn(String email, String password, String address) {
        String name = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        String byEmail = "email:" + name;
        String byAddress = "address:" + address;
        SignInThrottle.Attempt ofAddress = throttle.attempt(byAddress, Throttle.TRIES_OF_ADDRESS);
        if (!ofAddress.allowed()) {
            return SignInOutcome.paused(ofAddress.throttle().pausedUntil());
        }
        SignInThrottle.Attempt ofEmail = throttle.attempt(byEmail, Throttle.TRIES);
        if (!ofEmail.allowed()) {
            return SignInOutcome.paused(ofEmail.throttle().pausedUntil());
        }
        Credential known = known(name);
        String given = password == null || password.length() > LONGEST_PASSWORD ? "" : password;
        if (passwords.matches(given, known == null ? null : known.hash())) {
            throttle.forget(byEmail);
            throttle.takeBack(byAddress);
            return accept(people.details(known.personId()).orElseThrow());
        }
        return refuse(known, ofEmail.throttle(), ofAddress.throttle());
    }

    private SignInOutcome accept(PersonDetails person) {
        if (person.memberships().isEmpty()) {
            audit(person.id(), null, person.name(), "sign-in");
        }
        for (Membership membership : person.memberships()) {
            audit(person.id(), membership.tenantId(), person.name(), "sign-in");
        }
        LOG.info(() -> "signed in person=" + person.id());
        return SignInOutcome.accepted(person);
    }

    private SignInOutcome refuse(Credential known, Throttle ofEmail, Throttle ofAddress) {
        UUID person = known == null ? null : known.personId();
        audit(person, null, "?", "sign-in-failed");
        LOG.info(() -> "sign-in refused person=" + person + " failures=" + ofEmail.failures());
        if (ofEmail.pausedUntil() != null) {
            return SignInOutcome.paused(ofEmail.pausedUntil());
        }
        return ofAddress.pausedUntil() != null
                ? SignInOutcome.paused(ofAddress.pausedUntil())
                : SignInOutcome.refused(ofEmail.triesLeft(Throttle.TRIES));
    }

    private record Credential(UUID personId, String hash) {}

    private Credential known(String email) {
        return database
                .list(
                        "select id, password_hash from governance_person where lower(email) = ?",
                        row -> new Credential(row.getObject(1, UUID.class), row.getString(2)),
                        email)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void audit(UUID personId, UUID tenantId, String name, String action) {
        database.update(
                "insert into governance_audit_entry (id, tenant_id, occurred_at, actor_id, actor_name, action)"
                        + " values (?, cast(? as uuid), ?, cast(? as uuid), ?, ?)",
                Ids.next(),
                tenantId,
                clock.instant(),
                personId,
                name,
                action);
    }
}
