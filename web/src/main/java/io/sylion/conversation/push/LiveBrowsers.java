package io.sylion.conversation.push;

import io.sylion.conversation.api.ConversationStirred;
import io.sylion.governance.domain.MemberSummary;
import io.sylion.governance.service.MemberService;
import io.sylion.platform.measure.Meters;
import io.sylion.tenant.domain.TenantScope;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The open pages of this node, by tenant. News of a tenant go out at once when it was quiet, else gathered, at most four times a
 * second, so that a burst costs a page four looks and not four hundred.
 */
@ApplicationScoped
public class LiveBrowsers {
    private static final Logger LOG = Logger.getLogger(LiveBrowsers.class.getName());

    /** Tells the page that its session has ended: it need not come back. */
    static final CloseReason.CloseCode SIGNED_OUT = () -> 4401;

    private static final long PAUSE_MILLIS = 250;
    private static final long BEAT_SECONDS = 25;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    MemberService members;

    @Inject
    Meters meters;

    private final Map<String, LiveBrowser> bySocket = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> news = new ConcurrentHashMap<>();
    private ScheduledFuture<?> beat;

    @PostConstruct
    void start() {
        meters.gauge("sylion.conversation.live.browsers", bySocket, Map::size);
        beat = executor.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        beat.cancel(false);
    }

    /** Keeps the lines open, except those of people who are members no more. */
    private void beat() {
        Map<UUID, List<LiveBrowser>> byTenant =
                bySocket.values().stream().collect(Collectors.groupingBy(LiveBrowser::tenantId));
        byTenant.forEach((tenantId, browsers) -> {
            try {
                Set<UUID> members = members(tenantId);
                browsers.forEach(browser -> {
                    if (members.contains(browser.memberId())) {
                        browser.beat();
                    } else {
                        browser.close(SIGNED_OUT, "no member");
                    }
                });
            } catch (Exception e) {
                // without a database nobody can be asked, and nothing happens that could be told
                LOG.log(Level.FINE, "members of tenant {0} not read: {1}", new Object[] {tenantId, e});
                browsers.forEach(LiveBrowser::beat);
            }
        });
    }

    private Set<UUID> members(UUID tenantId) throws Exception {
        return TenantScope.call(TenantScope.system(tenantId), members::members).stream()
                .map(MemberSummary::id)
                .collect(Collectors.toSet());
    }

    void join(LiveBrowser browser) {
        bySocket.put(browser.id(), browser);
        browser.beat();
    }

    void leave(String socketId) {
        bySocket.remove(socketId);
    }

    /** A session has ended: its pages hear no more. */
    void signedOut(String signIn) {
        bySocket.values().stream()
                .filter(browser -> browser.signIn().equals(signIn))
                .forEach(browser -> browser.close(SIGNED_OUT, "signed out"));
    }

    void on(@Observes ConversationStirred stirred) {
        if (bySocket.isEmpty()) {
            return;
        }
        news.compute(stirred.tenantId(), (tenantId, gathered) -> {
            Set<UUID> ids = gathered;
            if (ids == null) {
                ids = new HashSet<>();
                executor.execute(() -> tell(tenantId));
            }
            ids.add(stirred.conversationId());
            return ids;
        });
    }

    /** Sends what was gathered and looks again after the pause; a quiet tenant is forgotten. */
    private void tell(UUID tenantId) {
        Set<UUID> ids = new HashSet<>();
        news.computeIfPresent(tenantId, (tenant, gathered) -> {
            ids.addAll(gathered);
            return ids.isEmpty() ? null : new HashSet<>();
        });
        if (!ids.isEmpty()) {
            bySocket.values().stream()
                    .filter(browser -> browser.tenantId().equals(tenantId))
                    .forEach(browser -> browser.tell(ids));
            executor.schedule(() -> tell(tenantId), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
