package io.sylion.channel.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChannelTest {
    private final Channel channel = new Channel(
            Instant.parse("2026-11-20T12:00:00Z"),
            ChannelProvider.CLOUD_API,
            "Boutique",
            "+33 5 55 00 01 11",
            "555000111",
            "https://graph.example.org",
            "key",
            new ChannelSecrets(new byte[] {1}, null, null));

    @Test
    void needsAttentionUntilTheProviderAcceptsAgain() {
        assertThat(channel.state()).isEqualTo(ChannelState.CONNECTED);
        channel.needAttention("the access token is not valid");
        assertThat(channel.state()).isEqualTo(ChannelState.ATTENTION);
        channel.recover();
        assertThat(channel.state()).isEqualTo(ChannelState.CONNECTED);
    }

    @Test
    void newCredentialsGiveItAnotherChance() {
        channel.needAttention("the access token is not valid");
        channel.renew("https://graph.example.com", "other", new ChannelSecrets(new byte[] {2}, null, null));
        assertThat(channel.state()).isEqualTo(ChannelState.CONNECTED);
        assertThat(channel.baseUrl()).isEqualTo("https://graph.example.com");
        assertThat(channel.webhookKey()).isEqualTo("other");
        assertThat(channel.accessToken()).containsExactly(2);
    }

    @Test
    void itsTokenCannotBeChangedFromOutside() {
        channel.accessToken()[0] = 9;
        assertThat(channel.accessToken()).containsExactly(1);
    }

    @Test
    void filesAreMedia() {
        assertThat(MessageType.VOICE.isMedia()).isTrue();
        assertThat(MessageType.LOCATION.isMedia()).isFalse();
    }
}
