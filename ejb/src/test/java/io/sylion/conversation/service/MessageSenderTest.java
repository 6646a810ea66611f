package io.sylion.conversation.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.channel.api.ChannelAccount;
import io.sylion.channel.api.FetchedMedia;
import io.sylion.channel.api.OutboundContent;
import io.sylion.channel.api.PlatformConnector;
import io.sylion.channel.domain.ChannelProvider;
import io.sylion.channel.domain.MessageType;
import io.sylion.channel.service.PlatformConnectors;
import io.sylion.platform.measure.Stage;
import io.sylion.platform.measure.Stages;
import io.sylion.platform.persistence.Ids;
import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MessageSenderTest {
    private final OutgoingMessage message = new OutgoingMessage(
            Ids.next(),
            new ChannelAccount(
                    Ids.next(), Ids.next(), ChannelProvider.CLOUD_API, "http://127.0.0.1", "1", "token", true),
            new OutboundContent(Ids.next(), "33600000001", null, MessageType.TEXT, "Bonjour", null, null, null),
            1,
            null);
    private final List<String> sent = new ArrayList<>();
    private final List<String> recorded = new ArrayList<>();

    /** The database was away when the provider had accepted: it is told again, the provider is not. */
    @Test
    void aKnownOutcomeOutlivesTheDatabase() {
        sender(2).send(Optional.of(message));

        assertThat(sent).containsExactly("Bonjour");
        assertThat(recorded).containsExactly("wamid.1");
    }

    private MessageSender sender(int failures) {
        MessageSender sender = new MessageSender();
        sender.steps = new SendSteps() {
            private int left = failures;

            @Override
            public Optional<OutgoingMessage> sent(OutgoingMessage outgoing, String providerId) {
                if (left-- > 0) {
                    throw new EJBException(new SQLException("no connection", "08006"));
                }
                recorded.add(providerId);
                return Optional.empty();
            }
        };
        sender.direct = new DirectSend() {
            @Override
            Optional<Accepted> sent(OutgoingMessage outgoing, String providerId) {
                return Optional.empty();
            }
        };
        sender.connectors = new PlatformConnectors() {
            @Override
            public PlatformConnector of(ChannelProvider provider) {
                return new Provider();
            }
        };
        sender.stages = new Stages() {
            @Override
            public <T> T timed(Stage stage, Supplier<T> work) {
                return work.get();
            }

            @Override
            public void since(Stage stage, UUID row) {}
        };
        return sender;
    }

    private final class Provider implements PlatformConnector {
        @Override
        public Set<ChannelProvider> providers() {
            return Set.of(ChannelProvider.CLOUD_API);
        }

        @Override
        public String send(ChannelAccount account, OutboundContent content) {
            sent.add(content.text());
            return "wamid." + sent.size();
        }

        @Override
        public void markRead(ChannelAccount account, String providerMessageId, boolean typing) {}

        @Override
        public void react(ChannelAccount account, OutboundContent recipient, String providerMessageId, String emoji) {}

        @Override
        public FetchedMedia fetchMedia(ChannelAccount account, String mediaId, String objectKey) {
            throw new UnsupportedOperationException();
        }
    }
}
