package io.sylion.channel.service;

import io.sylion.channel.api.ChannelAccount;
import io.sylion.channel.api.ChannelNotFound;
import io.sylion.channel.api.ChannelRefused;
import io.sylion.channel.api.ConnectChannel;
import io.sylion.channel.api.WebhookSecrets;
import io.sylion.channel.domain.Channel;
import io.sylion.channel.domain.ChannelProvider;
import io.sylion.channel.domain.ChannelRepository;
import io.sylion.channel.domain.ChannelSecrets;
import io.sylion.channel.domain.ChannelState;
import io.sylion.channel.domain.ChannelSummary;
import io.sylion.governance.api.NotPermitted;
import io.sylion.governance.api.Permit;
import io.sylion.platform.secret.SecretBox;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** A tenant's channels: connecting them, their state, and what a connector needs to act for them. */
@Stateless
public class ChannelService {
    private static final Logger LOG = Logger.getLogger(ChannelService.class.getName());
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{4,100}");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ChannelRepository channels;

    @Inject
    ChannelDirectory directory;

    @Inject
    ChannelAccounts accounts;

    @Inject
    SecretBox secretBox;

    @Inject
    Clock clock;

    /**
     * Connects a number of the bound tenant and returns the new channel's id.
     *
     * @throws ChannelRefused when it may not be connected so
     */
    @Permit(Role.MANAGER)
    public UUID connect(ConnectChannel command) {
        TenantScope scope = TenantScope.current();
        if (isBlank(command.name()) || isBlank(command.providerNumberId()) || isBlank(command.accessToken())) {
            throw new ChannelRefused(ChannelRefused.Reason.INCOMPLETE);
        }
        if (directory.isTaken(command.provider(), command.providerNumberId())) {
            throw new ChannelRefused(ChannelRefused.Reason.NUMBER_TAKEN);
        }
        String key = command.webhookKey() == null ? randomKey() : command.webhookKey();
        checkAddress(command, key);
        String baseUrl = command.baseUrl() != null && scope.actor().isSystem()
                ? command.baseUrl()
                : defaultBaseUrl(command.provider());
        Channel channel = new Channel(
                clock.instant(),
                command.provider(),
                command.name(),
                command.displayNumber(),
                command.providerNumberId(),
                baseUrl,
                key,
                sealed(command));
        channels.add(channel);
        directory.forget(command.provider(), key);
        LOG.info(() -> "channel " + channel.id() + " of tenant " + scope.tenantId() + " connected");
        return channel.id();
    }

    /**
     * Gives a number that the bound tenant has connected already the command's secrets and addresses; empty when it has not
     * connected it. For the application itself: whether others share the address is not asked.
     */
    @Permit(Role.OWNER)
    public Optional<UUID> renew(ConnectChannel command) {
        requireSystem();
        return channels.ofNumber(command.provider(), command.providerNumberId()).map(channel -> {
            directory.forget(channel.provider(), channel.webhookKey());
            channel.renew(command.baseUrl(), command.webhookKey(), sealed(command));
            accounts.forget(channel.id());
            directory.forget(channel.provider(), channel.webhookKey());
            return channel.id();
        });
    }

    private ChannelSecrets sealed(ConnectChannel command) {
        return new ChannelSecrets(
                seal(command, ChannelSecret.ACCESS_TOKEN, command.accessToken()),
                seal(command, ChannelSecret.APP_SECRET, command.appSecret()),
                seal(command, ChannelSecret.WEBHOOK_TOKEN, command.webhookToken()));
    }

    /** An address is shared only among those who know its secret: else one tenant could sign events for another's number. */
    private void checkAddress(ConnectChannel command, String key) {
        boolean cloud = command.provider() == ChannelProvider.CLOUD_API;
        if (!KEY.matcher(key).matches() || cloud && isBlank(command.appSecret())) {
            throw new ChannelRefused(ChannelRefused.Reason.INCOMPLETE);
        }
        directory.forget(command.provider(), key);
        Optional<WebhookSecrets> taken = directory.secrets(command.provider(), key);
        boolean allowed = taken.isEmpty()
                || (cloud
                        ? taken.get().appSecrets().contains(command.appSecret())
                        : command.webhookToken() != null && taken.get().tokens().contains(command.webhookToken()));
        if (!allowed) {
            throw new ChannelRefused(ChannelRefused.Reason.ADDRESS_TAKEN);
        }
    }

    /** All channels of the tenant, by name. */
    @Permit(Role.VIEWER)
    public List<ChannelSummary> channels() {
        return channels.all();
    }

    /** What a connector needs. Decrypts, therefore only for the application itself, never for a page. */
    @Permit(Role.OWNER)
    public ChannelAccount account(UUID channelId) {
        requireSystem();
        return accounts.get(channelId, this::load);
    }

    private ChannelAccount load(UUID channelId) {
        Channel channel = find(channelId);
        UUID tenantId = TenantScope.current().tenantId();
        String owner = ChannelSecret.ACCESS_TOKEN.owner(tenantId, channel.provider(), channel.providerNumberId());
        return new ChannelAccount(
                tenantId,
                channelId,
                channel.provider(),
                channel.baseUrl(),
                channel.providerNumberId(),
                secretBox.open(channel.accessToken(), owner),
                channel.state() != ChannelState.ATTENTION);
    }

    /** The provider refuses the channel until a person acts. */
    @Permit(Role.OWNER)
    public void needAttention(UUID channelId, String reason) {
        requireSystem();
        Channel channel = find(channelId);
        ChannelState before = channel.state();
        channel.needAttention(reason);
        accounts.forget(channelId);
        logChange(channel, before);
    }

    /** The provider accepted something; costs nothing when the channel was well. */
    @Permit(Role.OWNER)
    public void recovered(UUID channelId) {
        requireSystem();
        if (accounts.get(channelId, this::load).well()) {
            return;
        }
        Channel channel = find(channelId);
        ChannelState before = channel.state();
        channel.recover();
        accounts.forget(channelId);
        logChange(channel, before);
    }

    private static void logChange(Channel channel, ChannelState before) {
        if (channel.state() != before) {
            LOG.info(() -> "channel " + channel.id() + " is now " + channel.state());
        }
    }

    private Channel find(UUID id) {
        return channels.find(id).orElseThrow(() -> ChannelNotFound.withId(id));
    }

    private byte[] seal(ConnectChannel command, ChannelSecret secret, String value) {
        UUID tenantId = TenantScope.current().tenantId();
        return secretBox.seal(value, secret.owner(tenantId, command.provider(), command.providerNumberId()));
    }

    private static void requireSystem() {
        if (!TenantScope.current().actor().isSystem()) {
            throw new NotPermitted(Role.OWNER);
        }
    }

    private static String defaultBaseUrl(ChannelProvider provider) {
        Config config = ConfigProvider.getConfig();
        return switch (provider) {
            case CLOUD_API ->
                config.getOptionalValue("sylion.channel.cloud-api.base-url", String.class)
                        .orElse("https://graph.facebook.com/v26.0");
            case DIALOG_360 ->
                config.getOptionalValue("sylion.channel.dialog-360.base-url", String.class)
                        .orElse("https://waba-v2.360dialog.io");
        };
    }

    private static String randomKey() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
