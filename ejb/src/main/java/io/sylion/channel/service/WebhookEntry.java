package io.sylion.channel.service;

import io.sylion.channel.api.ChannelRoute;
import io.sylion.channel.api.WebhookSecrets;
import io.sylion.channel.domain.ChannelProvider;
import java.util.Map;
import java.util.Optional;

/** What is known of one webhook address: its secrets and the channels behind it, by the provider's id of their number. */
record WebhookEntry(ChannelProvider provider, WebhookSecrets secrets, Map<String, ChannelRoute> routes) {
    boolean isKnown() {
        return !routes.isEmpty();
    }

    /**
     * The channel of a number. Events that name none belong to the only channel there is; 360dialog has one address per
     * number, so there the address decides when the number says nothing.
     */
    Optional<ChannelRoute> route(String providerNumberId) {
        ChannelRoute named = providerNumberId == null ? null : routes.get(providerNumberId);
        boolean addressDecides = providerNumberId == null || provider == ChannelProvider.DIALOG_360;
        if (named == null && addressDecides && routes.size() == 1) {
            return Optional.of(routes.values().iterator().next());
        }
        return Optional.ofNullable(named);
    }
}
