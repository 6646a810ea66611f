package io.sylion.conversation.push;

import io.sylion.tenant.domain.TenantScope;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells a signed-in browser which conversations to look at again; ids only, what they mean is asked for by the page itself. The
 * tenant is that of the request which opens the socket, as the session's entrance bound it: nothing that a client sends is read.
 */
@ServerEndpoint(value = "/live", configurator = ConversationSocket.Entrance.class)
public class ConversationSocket {
    private static final Logger LOG = Logger.getLogger(ConversationSocket.class.getName());
    private static final String TENANT = "sylion.tenant";
    private static final String SIGN_IN = "sylion.sign-in";

    @Inject
    LiveBrowsers browsers;

    @OnOpen
    public void open(Session socket, EndpointConfig config) throws IOException {
        UUID tenantId = (UUID) config.getUserProperties().get(TENANT);
        String signIn = (String) config.getUserProperties().get(SIGN_IN);
        if (tenantId == null || signIn == null) {
            socket.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "not signed in"));
            return;
        }
        browsers.join(new LiveBrowser(socket, tenantId, signIn));
    }

    @OnClose
    public void close(Session socket) {
        browsers.leave(socket.getId());
    }

    @OnError
    public void failed(Session socket, Throwable failure) {
        LOG.log(Level.FINE, "live socket {0} failed: {1}", new Object[] {socket.getId(), failure});
        browsers.leave(socket.getId());
    }

    /** Notes who opens the socket, while the request and its session are at hand. */
    public static class Entrance extends ServerEndpointConfig.Configurator {
        @Override
        public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
            config.getUserProperties().remove(TENANT);
            config.getUserProperties().remove(SIGN_IN);
            if (TenantScope.isBound()
                    && request.getHttpSession() instanceof HttpSession session
                    && isOwnPage(header(request, "Origin"), header(request, "Host"))) {
                config.getUserProperties().put(TENANT, TenantScope.current().tenantId());
                config.getUserProperties().put(SIGN_IN, session.getId());
            }
        }

        private static String header(HandshakeRequest request, String name) {
            List<String> values = request.getHeaders().get(name);
            return values == null || values.isEmpty() ? null : values.getFirst();
        }

        /** A page of another site may not listen with the visitor's cookie; a client without a page names no origin. */
        static boolean isOwnPage(String origin, String host) {
            if (origin == null) {
                return true;
            }
            try {
                return URI.create(origin).getAuthority() instanceof String authority
                        && authority.equalsIgnoreCase(host);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
