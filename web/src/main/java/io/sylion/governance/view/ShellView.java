package io.sylion.governance.view;

import io.sylion.governance.domain.Membership;
import io.sylion.governance.service.PersonService;
import io.sylion.platform.faces.Exchange;
import io.sylion.platform.faces.Initials;
import io.sylion.platform.faces.Preferences;
import io.sylion.platform.faces.Redirect;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;

/** The frame around every page: who is there, for which tenant, in which language and theme. */
@Named("shell")
@RequestScoped
public class ShellView {
    @Inject
    PersonService people;

    @Inject
    Preferences preferences;

    public boolean isPresent() {
        return SignedIn.of(Exchange.request()).isPresent();
    }

    public String getPersonName() {
        return who().person().name();
    }

    public String getInitials() {
        return Initials.of(getPersonName());
    }

    public String getEmail() {
        return who().person().email();
    }

    public boolean isOperator() {
        return who().person().operator();
    }

    public boolean isMember() {
        return who().membership().isPresent();
    }

    public boolean isAgent() {
        return may(Role.AGENT);
    }

    public boolean isManager() {
        return may(Role.MANAGER);
    }

    public boolean isOwner() {
        return may(Role.OWNER);
    }

    /** Name of the tenant, null for an operator without one. */
    public String getTenantName() {
        return who().membership().map(Membership::tenantName).orElse(null);
    }

    public UUID getTenantId() {
        return who().tenantId();
    }

    public String getRoleName() {
        return who().membership().map(each -> each.role().name()).orElse("OPERATOR");
    }

    public List<Membership> getMemberships() {
        return who().person().memberships();
    }

    public void workFor(UUID tenantId) {
        who().workingFor(tenantId).keepIn(Exchange.request());
        Redirect.to("/");
    }

    public void speak(String language) {
        preferences.speak(language, Exchange.response());
        SignedIn.of(Exchange.request())
                .ifPresent(who -> people.prefer(who.person().id(), language, null));
        Redirect.here();
    }

    public void turnTheme() {
        String theme = preferences.getTheme().equals("dark") ? "light" : "dark";
        preferences.dress(theme, Exchange.response());
        SignedIn.of(Exchange.request())
                .ifPresent(who -> people.prefer(who.person().id(), null, theme));
        Redirect.here();
    }

    public void signOut() {
        HttpSession session = Exchange.request().getSession(false);
        if (session != null) {
            session.invalidate();
        }
        Redirect.to(SignInMechanism.DOOR);
    }

    private static boolean may(Role role) {
        return who().membership().map(each -> each.role().includes(role)).orElse(false);
    }

    private static SignedIn who() {
        return SignedIn.of(Exchange.request()).orElseThrow();
    }
}
