package io.sylion.conversation.service;

import io.sylion.channel.api.ProviderFailure;
import io.sylion.conversation.api.ConversationNotFound;
import io.sylion.conversation.domain.Conversation;
import io.sylion.conversation.domain.ConversationRepository;
import io.sylion.conversation.domain.Message;
import io.sylion.conversation.domain.MessageRepository;
import io.sylion.conversation.domain.MessageState;
import io.sylion.conversation.domain.StoredMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What waits to be sent in a conversation, and what became of it. Runs in the transactions of {@link SendSteps}. */
@ApplicationScoped
class SendQueue {
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

    Conversation lock(UUID conversationId) {
        return conversations.lock(conversationId).orElseThrow(() -> ConversationNotFound.withId(conversationId));
    }

    /** The next message in order; without one the conversation owes no send. */
    Optional<Message> next(Conversation conversation) {
        Optional<Message> next = messages.nextToSend(conversation.id());
        if (next.isEmpty() && !messages.isWaiting(conversation.id())) {
            conversation.nothingToSend();
        }
        return next;
    }

    Message message(UUID id) {
        return messages.lock(id).orElseThrow(() -> ConversationNotFound.message(id));
    }

    Optional<StoredMedia> media(UUID messageId) {
        return messages.mediaOf(messageId);
    }

    String providerId(UUID messageId) {
        return messageId == null
                ? null
                : messages.find(messageId).map(Message::providerMessageId).orElse(null);
    }

    void accepted(Conversation conversation, UUID messageId, String providerId) {
        Message message = message(messageId);
        message.accepted(providerId, clock.instant());
        messages.addKey(conversation.channelId(), providerId, messageId);
        updates.applyParked(conversation.channelId(), providerId);
        settle(conversation);
    }

    void end(Conversation conversation, Message message, MessageState as, String code, String reason) {
        message.end(as, code, reason, clock.instant());
        settle(conversation);
    }

    void postpone(Conversation conversation, Message message, ProviderFailure failure, Duration delay) {
        message.postpone(failure.code(), failure.getMessage(), clock.instant());
        conversation.oweSend(clock.instant().plus(delay));
        events.queued(conversation.id(), delay.toMillis());
        events.changed(conversation.id());
    }

    private void settle(Conversation conversation) {
        if (!messages.isWaiting(conversation.id())) {
            conversation.nothingToSend();
        }
        events.changed(conversation.id());
    }
}
