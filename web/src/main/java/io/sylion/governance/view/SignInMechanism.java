package io.sylion.governance.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** A session that is signed in stays so; anybody else who wants a closed page is led to the door, and from there back to it. */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
    static final String DOOR = "/sign-in.xhtml";

    @Inject
    IdentityStoreHandler stores;

    @Inject
    Clock clock;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (context.isAuthenticationRequest()
                && context.getAuthParameters().getCredential() instanceof SignInCredential typed) {
            return signIn(request, context, typed);
        }
        Optional<SignedIn> signedIn = SignedIn.of(request);
        if (signedIn.isPresent()) {
            return context.notifyContainerAboutLogin(
                    signedIn.get().person().id().toString(), signedIn.get().groups());
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        try {
            lead(request, response);
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private AuthenticationStatus signIn(
            HttpServletRequest request, HttpMessageContext context, SignInCredential typed) {
        CredentialValidationResult result = stores.validate(typed);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        // a session that somebody else has planted must not become a signed-in one
        request.getSession();
        request.changeSessionId();
        SignedIn.as(typed.outcome().person(), clock.instant()).keepIn(request);
        return context.notifyContainerAboutLogin(result);
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath();
        boolean page = (path.isEmpty() || path.equals("/") || path.endsWith(".xhtml"))
                && request.getHeader("X-Requested-With") == null;
        String query = request.getQueryString();
        String wanted = path + (query == null ? "" : "?" + query);
        if (page && request.getMethod().equals("GET")) {
            boolean home = wanted.isEmpty() || wanted.equals("/");
            response.sendRedirect(request.getContextPath()
                    + DOOR
                    + (home ? "" : "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)));
        } else if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                            + request.getContextPath() + DOOR + "\"/></partial-response>");
        } else if (page) {
            response.sendRedirect(request.getContextPath() + DOOR);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
