package io.sylion.governance.rest;

import io.sylion.governance.domain.ApiKeyOwner;
import io.sylion.governance.service.ApiKeyService;
import io.sylion.platform.rest.ProblemDetails;
import io.sylion.tenant.domain.Actor;
import io.sylion.tenant.domain.TenantScope;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The entrance of the API: binds the tenant whose key the request carries to the thread. A session in a browser opens nothing here,
 * so that no other site can make one ask.
 */
public class ApiKeyFilter extends HttpFilter {
    private static final String SCHEME = "Bearer ";

    /** What may be read by everybody. */
    private static final String DESCRIPTION = "/api/v1/openapi.yaml";

    @Inject
    ApiKeyService keys;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().equals(request.getContextPath() + DESCRIPTION)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiKeyOwner> owner = key(request).flatMap(keys::ownerOf);
        if (owner.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer");
            ProblemDetails.of(
                            HttpServletResponse.SC_UNAUTHORIZED,
                            "a valid key of the API is needed: Authorization: Bearer …")
                    .write(response);
            return;
        }
        try {
            TenantScope.call(scope(owner.get()), () -> {
                keys.used(owner.get());
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private static TenantScope scope(ApiKeyOwner owner) {
        return new TenantScope(
                owner.tenantId(),
                new Actor(null, "API · " + owner.name(), owner.scope().role()));
    }
}
