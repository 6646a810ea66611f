package io.sylion.channel.service;

import io.sylion.channel.api.ChannelAccount;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers accounts for a few seconds, so that not every message of a channel reads and opens the same secret. A change on
 * another node is seen as soon as that time is over.
 */
@ApplicationScoped
class ChannelAccounts {
    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(5);

    @Inject
    Clock clock;

    private final ConcurrentHashMap<UUID, Known> known = new ConcurrentHashMap<>();

    /** @param well whether the provider accepted what the channel sent last */
    record Known(ChannelAccount account, boolean well, Instant until) {}

    /** The account of the bound tenant's channel; loaded when it is not known or another tenant's. */
    Known get(UUID channelId, Function<UUID, Known> load) {
        Known found = known.get(channelId);
        if (found != null
                && clock.instant().isBefore(found.until())
                && found.account().tenantId().equals(TenantScope.current().tenantId())) {
            return found;
        }
        Known loaded = load.apply(channelId);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(channelId, loaded);
        return loaded;
    }

    Known of(ChannelAccount account, boolean well) {
        return new Known(account, well, clock.instant().plus(FRESH));
    }

    void forget(UUID channelId) {
        known.remove(channelId);
    }
}
