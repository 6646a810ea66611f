package io.sylion.governance.service;

import io.sylion.governance.api.NotOperator;
import io.sylion.governance.api.OperatorScope;
import io.sylion.governance.api.PersonExists;
import io.sylion.governance.domain.Membership;
import io.sylion.governance.domain.PersonDetails;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.OperatorDatabase;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;

/** The people of the installation, whichever tenants they work for: found before a tenant is bound. */
@ApplicationScoped
@PermitAll
public class PersonService {
    private static final Logger LOG = Logger.getLogger(PersonService.class.getName());
    private static final Set<String> LOCALES = Set.of("fr", "en");
    private static final Set<String> THEMES = Set.of("light", "dark");

    @Inject
    OperatorDatabase database;

    @Inject
    Passwords passwords;

    @Inject
    Clock clock;

    /**
     * Makes a person who can sign in. Allowed to the system and to owners; an operator is made by the system or an operator.
     *
     * @throws PersonExists when the e-mail is taken
     */
    public UUID create(String email, String name, String password, boolean operator) {
        checkCaller(operator);
        if (find(email).isPresent()) {
            throw new PersonExists();
        }
        UUID id = Ids.next();
        database.update(
                "insert into governance_person (id, created_at, email, name, password_hash, operator) values (?, ?, ?, ?, ?, ?)",
                id,
                clock.instant(),
                email.strip(),
                name,
                passwords.hash(password),
                operator);
        LOG.info(() -> "person created person=" + id + " operator=" + operator);
        return id;
    }

    /** The id of the person who signs in with this e-mail. */
    public Optional<UUID> find(String email) {
        return database
                .list(
                        "select id from governance_person where lower(email) = lower(?)",
                        row -> row.getObject(1, UUID.class),
                        email.strip())
                .stream()
                .findFirst();
    }

    /** A person with all memberships as they are now; empty when the person is gone. */
    public Optional<PersonDetails> details(UUID id) {
        return database
                .list(
                        "select id, email, name, locale, theme, operator from governance_person where id = ?",
                        row -> read(row, memberships(id)),
                        id)
                .stream()
                .findFirst();
    }

    /** Remembers how a person likes to read; null leaves it, what is not known is ignored. */
    public void prefer(UUID id, String locale, String theme) {
        database.update(
                "update governance_person set locale = coalesce(?, locale), theme = coalesce(?, theme) where id = ?",
                locale != null && LOCALES.contains(locale) ? locale : null,
                theme != null && THEMES.contains(theme) ? theme : null,
                id);
    }

    private List<Membership> memberships(UUID id) {
        return database.list("""
                        select m.id, t.id, t.name, t.time_zone, t.locale, m.role from governance_member m
                        join tenant_tenant t on t.id = m.tenant_id and t.active
                        where m.person_id = ? order by t.created_at""", PersonService::membership, id);
    }

    private static void checkCaller(boolean operator) {
        boolean allowed = OperatorScope.isBound()
                || TenantScope.current().actor().isSystem()
                || (!operator && TenantScope.current().actor().may(Role.OWNER));
        if (!allowed) {
            throw new NotOperator();
        }
    }

    private static PersonDetails read(ResultSet row, List<Membership> memberships) throws SQLException {
        return new PersonDetails(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                memberships);
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                ZoneId.of(row.getString(4)),
                row.getString(5),
                Role.valueOf(row.getString(6)));
    }
}
