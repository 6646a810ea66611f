package io.sylion.governance.view;

import io.sylion.governance.domain.Membership;
import io.sylion.governance.domain.PersonDetails;
import io.sylion.tenant.domain.Actor;
import io.sylion.tenant.domain.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is signed in with a session, and for which of their tenants they work in it.
 *
 * @param tenantId null for a person who works for no tenant
 * @param checkedAt when the person and the memberships were read last
 */
public record SignedIn(PersonDetails person, UUID tenantId, Instant checkedAt) implements Serializable {
    private static final String ATTRIBUTE = SignedIn.class.getName();
    /** How long a role that was taken away may still be used. */
    private static final Duration TRUSTED = Duration.ofSeconds(30);

    static final String MEMBER = "MEMBER";
    static final String OPERATOR = "OPERATOR";

    static SignedIn as(PersonDetails person, Instant now) {
        UUID tenant = person.memberships().stream()
                .findFirst()
                .map(Membership::tenantId)
                .orElse(null);
        return new SignedIn(person, tenant, now);
    }

    static Optional<SignedIn> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((SignedIn) session.getAttribute(ATTRIBUTE));
    }

    void keepIn(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    SignedIn workingFor(UUID tenant) {
        boolean member =
                person.memberships().stream().anyMatch(each -> each.tenantId().equals(tenant));
        return member ? new SignedIn(person, tenant, checkedAt) : this;
    }

    /** The same session with what is true now; another tenant when the person has left this one. */
    SignedIn refreshed(PersonDetails now, Instant at) {
        SignedIn first = as(now, at);
        return first.workingFor(tenantId);
    }

    boolean isStale(Instant now) {
        return checkedAt.plus(TRUSTED).isBefore(now);
    }

    Optional<Membership> membership() {
        return person.memberships().stream()
                .filter(each -> each.tenantId().equals(tenantId))
                .findFirst();
    }

    Optional<TenantScope> scope() {
        return membership()
                .map(each -> new TenantScope(each.tenantId(), new Actor(each.memberId(), person.name(), each.role())));
    }

    Set<String> groups() {
        Set<String> groups = new HashSet<>();
        if (person.operator()) {
            groups.add(OPERATOR);
        }
        if (!person.memberships().isEmpty()) {
            groups.add(MEMBER);
        }
        return groups;
    }

    /** Where a person's work begins. */
    String home() {
        return person.memberships().isEmpty() ? "/operations/dead-letters.xhtml" : "/inbox/conversations.xhtml";
    }
}
