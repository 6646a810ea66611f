package io.sylion.conversation.service;

import io.sylion.channel.api.InboundContent;
import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.api.InboundKind;
import io.sylion.conversation.api.MessageStored;
import io.sylion.conversation.domain.Conversation;
import io.sylion.conversation.domain.ConversationRepository;
import io.sylion.conversation.domain.Media;
import io.sylion.conversation.domain.Message;
import io.sylion.conversation.domain.MessageAuthor;
import io.sylion.conversation.domain.MessageRepository;
import io.sylion.platform.log.LogFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores an inbound message in its conversation and tells the others, inside the receiver's transaction. */
@ApplicationScoped
class MessageStore {
    @Inject
    ConversationRepository conversations;

    @Inject
    MessageRepository messages;

    @Inject
    MessageUpdates updates;

    @Inject
    ConversationEvents events;

    @Inject
    Clock clock;

    void store(InboundEvent event, UUID contactId) {
        Instant now = clock.instant();
        Conversation conversation = conversations
                .lockOpen(event.channelId(), contactId)
                .orElseGet(() -> open(now, event.channelId(), contactId));
        boolean echo = event.kind() == InboundKind.ECHO;
        InboundContent content = event.content();
        Message message = Message.inbound(
                now,
                conversation,
                echo ? MessageAuthor.PHONE_APP : MessageAuthor.CUSTOMER,
                content.type(),
                content.text(),
                content.detail() == null ? null : content.detail().toString(),
                event.occurredAt(),
                event.providerMessageId(),
                quoted(event));
        Optional<List<String>> parked = event.providerMessageId() == null
                ? Optional.of(List.of())
                : messages.tie(event.channelId(), event.providerMessageId(), message.id());
        if (parked.isEmpty()) {
            return;
        }
        messages.add(message);
        LogFields.conversation(conversation.id());
        LogFields.message(message.id());
        if (echo) {
            conversation.write(message);
        } else {
            conversation.receive(message);
        }
        if (content.media() != null) {
            announce(message, content);
        }
        if (!echo) {
            events.stored(new MessageStored(
                    conversation.id(),
                    message.id(),
                    event.channelId(),
                    content.type(),
                    content.text(),
                    event.occurredAt()));
        }
        updates.applyParked(message, parked.get());
        events.changed(conversation.id());
    }

    private Conversation open(Instant now, UUID channelId, UUID contactId) {
        Conversation opened = new Conversation(now, channelId, contactId);
        conversations.add(opened);
        return opened;
    }

    private UUID quoted(InboundEvent event) {
        return event.replyTo() == null
                ? null
                : messages.idOf(event.channelId(), event.replyTo()).orElse(null);
    }

    private void announce(Message message, InboundContent content) {
        Media media = Media.announced(
                clock.instant(),
                message,
                content.media().mediaId(),
                content.media().mimeType(),
                content.media().fileName());
        messages.add(media);
        events.announced(media.id());
    }
}
