package io.sylion.conversation.push;

import io.sylion.platform.api.Json;
import io.sylion.tenant.domain.TenantScope;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One open page. While a send to it is under way, further news wait and go out together. */
final class LiveBrowser {
    private static final Logger LOG = Logger.getLogger(LiveBrowser.class.getName());
    private static final int SEND_TIMEOUT_MILLIS = 10_000;

    /** More at once than a page would ask for one by one. */
    private static final int MANY = 100;

    private final Session socket;
    private final TenantScope scope;
    private final String signIn;
    private final Set<UUID> waiting = new LinkedHashSet<>();
    private boolean everything;
    private boolean beat;
    private boolean sending;

    LiveBrowser(Session socket, TenantScope scope, String signIn) {
        this.socket = socket;
        this.scope = scope;
        this.signIn = signIn;
        socket.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
    }

    String id() {
        return socket.getId();
    }

    UUID tenantId() {
        return scope.tenantId();
    }

    UUID memberId() {
        return scope.actor().memberId();
    }

    String signIn() {
        return signIn;
    }

    synchronized void tell(Set<UUID> conversationIds) {
        waiting.addAll(conversationIds);
        if (waiting.size() > MANY) {
            waiting.clear();
            everything = true;
        }
        sendNext();
    }

    /** A sign of life, so that the page notices a dead line and proxies keep it open. */
    synchronized void beat() {
        beat = true;
        sendNext();
    }

    private void sendNext() {
        if (sending || !socket.isOpen() || !(beat || everything || !waiting.isEmpty())) {
            return;
        }
        String news = Json.write(everything ? Map.of("everything", true) : Map.of("conversations", waiting));
        waiting.clear();
        everything = false;
        beat = false;
        sending = true;
        socket.getAsyncRemote().sendText(news, this::sent);
    }

    private synchronized void sent(SendResult result) {
        sending = false;
        if (result.isOK()) {
            sendNext();
        } else {
            close(CloseReason.CloseCodes.GOING_AWAY, "too slow");
        }
    }

    void close(CloseReason.CloseCode code, String words) {
        try {
            socket.close(new CloseReason(code, words));
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "live socket {0} not closed: {1}", new Object[] {socket.getId(), e.getMessage()});
        }
    }
}
