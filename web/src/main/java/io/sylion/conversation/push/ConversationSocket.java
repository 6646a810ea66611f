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
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells a signed-in browser which conversations to look at again; ids only, what they mean is asked for by the page itself. The
 * tenant is that of the request which opens the socket, as the session's entrance bound it: nothing that a client sends is read. Pages
 * of other sites were turned away before, by the filter that guards all changes.
 */
@ServerEndpoint(value = "/live", configurator = ConversationSocket.Entrance.class)
public class ConversationSocket {
    private static final Logger LOG = Logger.getLogger(ConversationSocket.class.getName());
    private static final String SCOPE = "sylion.scope";
    private static final String SIGN_IN = "sylion.sign-in";

    @Inject
    LiveBrowsers browsers;

    @OnOpen
    public void open(Session socket, EndpointConfig config) throws IOException {
        TenantScope scope = (TenantScope) config.getUserProperties().get(SCOPE);
        String signIn = (String) config.getUserProperties().get(SIGN_IN);
        if (scope == null || signIn == null) {
            socket.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "not signed in"));
            return;
        }
        browsers.join(new LiveBrowser(socket, scope, signIn));
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
            config.getUserProperties().remove(SCOPE);
            config.getUserProperties().remove(SIGN_IN);
            if (TenantScope.isBound() && request.getHttpSession() instanceof HttpSession session) {
                config.getUserProperties().put(SCOPE, TenantScope.current());
                config.getUserProperties().put(SIGN_IN, session.getId());
            }
        }
    }
}
