package io.sylion.assistant.service;

import io.sylion.assistant.api.AssistantChanged;
import io.sylion.assistant.domain.AssistantProfile;
import io.sylion.conversation.api.ReplyTerms;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers for a few seconds which assistant answers on a channel, so that not every message reads it. A change on this node is
 * seen at once, one on another node when that time is over.
 */
@ApplicationScoped
@Permit(Role.VIEWER)
class AssistantProfiles implements ReplyTerms {
    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(5);

    @Inject
    AssistantService assistants;

    @Inject
    Clock clock;

    private final ConcurrentHashMap<Key, Known> known = new ConcurrentHashMap<>();

    private record Key(UUID tenantId, UUID channelId) {}

    private record Known(Optional<AssistantProfile> profile, Instant until) {}

    /** As {@link AssistantService#answering}. */
    Optional<AssistantProfile> answering(UUID channelId) {
        Key key = new Key(TenantScope.current().tenantId(), channelId);
        Known found = known.get(key);
        if (found != null && clock.instant().isBefore(found.until())) {
            return found.profile();
        }
        Optional<AssistantProfile> profile = assistants.answering(channelId);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(key, new Known(profile, clock.instant().plus(FRESH)));
        return profile;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) AssistantChanged changed) {
        known.keySet().removeIf(key -> key.tenantId().equals(changed.tenantId()));
    }

    @Override
    public Optional<Duration> delay(UUID channelId) {
        return answering(channelId).map(AssistantProfile::batchingDelay);
    }
}
