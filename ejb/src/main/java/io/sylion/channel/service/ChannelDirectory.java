package io.sylion.channel.service;

import io.sylion.channel.api.ChannelRoute;
import io.sylion.channel.api.ChannelsUnavailable;
import io.sylion.channel.api.WebhookSecrets;
import io.sylion.channel.domain.ChannelProvider;
import io.sylion.platform.secret.SecretBox;
import io.sylion.platform.secret.SecretFailure;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Tells whose a webhook is, before any tenant is known: the entrance's question. Reads as the operator, answers from a cache
 * of some seconds, and goes on answering for known addresses while the database is away. Sees no message.
 */
@ApplicationScoped
public class ChannelDirectory {
    private static final Logger LOG = Logger.getLogger(ChannelDirectory.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String BY_ADDRESS = """
            select id, tenant_id, provider_number_id, app_secret, webhook_token
            from channel_channel where provider = ? and webhook_key = ? and state <> 'DISCONNECTED'""";
    private static final String BY_NUMBER =
            "select 1 from channel_channel where provider = ? and provider_number_id = ?";

    @Resource(lookup = "java:/jdbc/SylionOperator")
    DataSource database;

    @Resource
    ManagedExecutorService executor;

    @Inject
    SecretBox secretBox;

    @Inject
    Clock clock;

    private WebhookCache cache;

    @PostConstruct
    void open() {
        cache = new WebhookCache(this::load, executor, clock, PATIENCE);
    }

    /**
     * What protects an address; empty when nobody has it.
     *
     * @throws ChannelsUnavailable when it cannot be found out now
     */
    @PermitAll
    public Optional<WebhookSecrets> secrets(ChannelProvider provider, String webhookKey) {
        WebhookEntry entry = cache.get(new WebhookAddress(provider, webhookKey));
        return entry.isKnown() ? Optional.of(entry.secrets()) : Optional.empty();
    }

    /** Whether the questions about this address are answered at once, without the database. */
    @PermitAll
    public boolean isAtHand(ChannelProvider provider, String webhookKey) {
        return cache.isAtHand(new WebhookAddress(provider, webhookKey));
    }

    /**
     * The channel that an event is for.
     *
     * @param providerNumberId the number that the event names; null when it names none
     * @throws ChannelsUnavailable when it cannot be found out now
     */
    @PermitAll
    public Optional<ChannelRoute> route(ChannelProvider provider, String webhookKey, String providerNumberId) {
        return cache.get(new WebhookAddress(provider, webhookKey)).route(providerNumberId);
    }

    /** Whether any tenant has connected this number. */
    boolean isTaken(ChannelProvider provider, String providerNumberId) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(BY_NUMBER)) {
            query.setString(1, provider.name());
            query.setString(2, providerNumberId);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new ChannelsUnavailable(e);
        }
    }

    void forget(ChannelProvider provider, String webhookKey) {
        cache.forget(new WebhookAddress(provider, webhookKey));
    }

    private WebhookEntry load(WebhookAddress address) {
        Map<String, ChannelRoute> routes = new HashMap<>();
        Set<String> appSecrets = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(BY_ADDRESS)) {
            query.setString(1, address.provider().name());
            query.setString(2, address.key());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String number = row.getString("provider_number_id");
                    UUID tenant = row.getObject("tenant_id", UUID.class);
                    UUID channel = row.getObject("id", UUID.class);
                    routes.put(number, new ChannelRoute(tenant, channel));
                    try {
                        add(
                                appSecrets,
                                row.getBytes("app_secret"),
                                owner(ChannelSecret.APP_SECRET, tenant, address, number));
                        add(
                                tokens,
                                row.getBytes("webhook_token"),
                                owner(ChannelSecret.WEBHOOK_TOKEN, tenant, address, number));
                    } catch (SecretFailure e) {
                        if (address.provider() == ChannelProvider.DIALOG_360) {
                            // without its token the address would stand open
                            throw new ChannelsUnavailable(e);
                        }
                        LOG.warning(
                                () -> "secrets of channel " + channel + " of tenant " + tenant + ": " + e.getMessage());
                    }
                }
            }
        } catch (SQLException e) {
            throw new ChannelsUnavailable(e);
        }
        return new WebhookEntry(
                address.provider(), new WebhookSecrets(Set.copyOf(appSecrets), Set.copyOf(tokens)), Map.copyOf(routes));
    }

    private static String owner(ChannelSecret secret, UUID tenant, WebhookAddress address, String number) {
        return secret.owner(tenant, address.provider(), number);
    }

    private void add(Set<String> secrets, byte[] sealed, String owner) {
        String secret = secretBox.open(sealed, owner);
        if (secret != null && !secret.isEmpty()) {
            secrets.add(secret);
        }
    }
}
