package io.sylion.channel.service;

import io.sylion.channel.api.ChannelAccount;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers accounts for a few seconds, so that not every message of a channel reads and opens the same secret. A change on
 * another node is seen as soon as that time is over.
 */
@ApplicationScoped
@Permit(Role.OWNER)
public class ChannelAccounts {
    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(5);

    @Inject
    ChannelService channels;

    @Inject
    Clock clock;

    private final ConcurrentHashMap<UUID, Known> known = new ConcurrentHashMap<>();

    private record Known(ChannelAccount account, Instant until) {}

    /** The account of the bound tenant's channel; loaded when it is not known or another tenant's. */
    ChannelAccount get(UUID channelId, Function<UUID, ChannelAccount> load) {
        return remembered(channelId).orElseGet(() -> {
            ChannelAccount loaded = load.apply(channelId);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(channelId, new Known(loaded, clock.instant().plus(FRESH)));
            return loaded;
        });
    }

    /** As {@link ChannelService#account}; asks it only when the account is not remembered. */
    public ChannelAccount account(UUID channelId) {
        return remembered(channelId).orElseGet(() -> channels.account(channelId));
    }

    private Optional<ChannelAccount> remembered(UUID channelId) {
        TenantScope scope = TenantScope.current();
        return Optional.ofNullable(known.get(channelId))
                .filter(found -> scope.actor().isSystem() && clock.instant().isBefore(found.until()))
                .map(Known::account)
                .filter(account -> account.tenantId().equals(scope.tenantId()));
    }

    void forget(UUID channelId) {
        known.remove(channelId);
    }
}
