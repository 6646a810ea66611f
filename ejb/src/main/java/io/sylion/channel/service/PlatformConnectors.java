package io.sylion.channel.service;

import io.sylion.channel.api.PlatformConnector;
import io.sylion.channel.domain.ChannelProvider;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Finds the connector that speaks for a provider. */
@ApplicationScoped
public class PlatformConnectors {
    @Inject
    @Any
    Instance<PlatformConnector> connectors;

    @PermitAll
    public PlatformConnector of(ChannelProvider provider) {
        return connectors.stream()
                .filter(connector -> connector.providers().contains(provider))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no connector speaks for " + provider));
    }
}
