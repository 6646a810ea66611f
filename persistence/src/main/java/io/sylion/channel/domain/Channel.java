package io.sylion.channel.domain;

import io.sylion.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A tenant's number at a provider. Connected by a manager; moves to {@code ATTENTION} when the provider refuses its
 * credentials or blocks the account, and back when they are renewed. Its secrets are stored encrypted.
 */
@Entity
@Table(name = "channel_channel")
public class Channel extends TenantOwned {
    @Enumerated(EnumType.STRING)
    private ChannelProvider provider;

    private String name;

    @Column(name = "display_number")
    private String displayNumber;

    @Column(name = "provider_number_id")
    private String providerNumberId;

    @Column(name = "base_url")
    private String baseUrl;

    @Column(name = "webhook_key")
    private String webhookKey;

    @Column(name = "access_token")
    private byte[] accessToken;

    @Column(name = "app_secret")
    private byte[] appSecret;

    @Column(name = "webhook_token")
    private byte[] webhookToken;

    @Enumerated(EnumType.STRING)
    private ChannelState state;

    @Column(name = "state_reason")
    private String stateReason;

    protected Channel() {}

    /** The secrets are given encrypted. */
    public Channel(
            Instant now,
            ChannelProvider provider,
            String name,
            String displayNumber,
            String providerNumberId,
            String baseUrl,
            String webhookKey,
            ChannelSecrets secrets) {
        super(now);
        this.provider = provider;
        this.name = name;
        this.displayNumber = displayNumber;
        this.providerNumberId = providerNumberId;
        this.baseUrl = baseUrl;
        this.webhookKey = webhookKey;
        this.accessToken = secrets.accessToken();
        this.appSecret = secrets.appSecret();
        this.webhookToken = secrets.webhookToken();
        this.state = ChannelState.CONNECTED;
    }

    /** Its number is reached elsewhere or by other credentials from now on; the secrets are given encrypted. */
    public void renew(String newBaseUrl, String newWebhookKey, ChannelSecrets secrets) {
        baseUrl = newBaseUrl;
        webhookKey = newWebhookKey;
        accessToken = secrets.accessToken();
        appSecret = secrets.appSecret();
        webhookToken = secrets.webhookToken();
        recover();
    }

    /** The provider refuses this channel until a person acts. */
    public void needAttention(String reason) {
        if (state != ChannelState.DISCONNECTED) {
            state = ChannelState.ATTENTION;
            stateReason = reason;
        }
    }

    /** The provider accepted something again. */
    public void recover() {
        if (state == ChannelState.ATTENTION) {
            state = ChannelState.CONNECTED;
            stateReason = null;
        }
    }

    public ChannelProvider provider() {
        return provider;
    }

    public String name() {
        return name;
    }

    public String providerNumberId() {
        return providerNumberId;
    }

    public String baseUrl() {
        return baseUrl;
    }

    public String webhookKey() {
        return webhookKey;
    }

    public ChannelState state() {
        return state;
    }

    public byte[] accessToken() {
        return accessToken.clone();
    }
}
