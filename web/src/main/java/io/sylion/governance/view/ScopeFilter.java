package io.sylion.governance.view;

import io.sylion.governance.api.OperatorScope;
import io.sylion.governance.domain.PersonDetails;
import io.sylion.governance.service.PersonService;
import io.sylion.platform.faces.Moments;
import io.sylion.tenant.domain.TenantScope;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The browser's entrance: binds the tenant that the signed-in member works for, or the operator in the operator's area, to the
 * thread, and lets go of it afterwards.
 */
public class ScopeFilter extends HttpFilter {
    @Inject
    PersonService people;

    @Inject
    Moments moments;

    @Inject
    Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        // the API has an entrance of its own
        boolean other =
                path.startsWith("/jakarta.faces.resource/") || path.startsWith("/_static/") || path.startsWith("/api/");
        Optional<SignedIn> found = other ? Optional.empty() : SignedIn.of(request);
        if (found.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SignedIn> current = current(found.get(), request);
        if (current.isEmpty()) {
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + SignInMechanism.DOOR);
            return;
        }
        bound(current.get(), path, () -> {
            chain.doFilter(request, response);
            return null;
        });
    }

    private Optional<SignedIn> current(SignedIn known, HttpServletRequest request) {
        Instant now = clock.instant();
        if (!known.isStale(now)) {
            return Optional.of(known);
        }
        Optional<PersonDetails> person = people.details(known.person().id());
        Optional<SignedIn> refreshed = person.map(each -> known.refreshed(each, now))
                .filter(each -> !each.groups().isEmpty());
        refreshed.ifPresent(each -> each.keepIn(request));
        return refreshed;
    }

    private void bound(SignedIn who, String path, Callable<Void> work) throws IOException, ServletException {
        who.membership().ifPresent(membership -> moments.in(membership.timeZone()));
        try {
            if (who.person().operator() && path.startsWith("/operations/")) {
                OperatorScope.call(who.person().name(), work);
            } else if (who.scope().isPresent()) {
                TenantScope.call(who.scope().get(), work);
            } else {
                work.call();
            }
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
