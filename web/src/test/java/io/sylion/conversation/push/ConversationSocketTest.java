package io.sylion.conversation.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.conversation.push.ConversationSocket.Entrance;
import org.junit.jupiter.api.Test;

class ConversationSocketTest {

    @Test
    void listensToPagesOfItsOwnSiteOnly() {
        assertThat(Entrance.isOwnPage("https://inbox.example", "inbox.example")).isTrue();
        assertThat(Entrance.isOwnPage("http://127.0.0.1:8080", "127.0.0.1:8080"))
                .isTrue();
        assertThat(Entrance.isOwnPage(null, "inbox.example")).isTrue();
        assertThat(Entrance.isOwnPage("https://evil.example", "inbox.example")).isFalse();
        assertThat(Entrance.isOwnPage("https://inbox.example.evil.example", "inbox.example"))
                .isFalse();
        assertThat(Entrance.isOwnPage("http://127.0.0.1:9090", "127.0.0.1:8080"))
                .isFalse();
        assertThat(Entrance.isOwnPage("null", "inbox.example")).isFalse();
        assertThat(Entrance.isOwnPage("not an address", "inbox.example")).isFalse();
    }
}
