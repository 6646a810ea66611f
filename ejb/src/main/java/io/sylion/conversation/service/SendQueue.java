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
import java.util.List;
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
        List<Message> outgoing = messages.outgoing(conversation.id());
        if (outgoing.stream().noneMatch(m -> m.state() == MessageState.QUEUED)) {
            conversation.nothingToSend();
        }
        boolean underWay = outgoing.stream().anyMatch(m -> m.state() == MessageState.SENDING);
        return underWay ? Optional.empty() : outgoing.stream().findFirst();
    }

    /** Whether messages of the conversation wait or are under way that were written before this transaction. */
    boolean isBusy(Conversation conversation) {
        return messages.hasOutgoing(conversation.id());
    }

    /** A message that this transaction has written. */
    Message written(UUID id) {
        return messages.find(id).orElseThrow(() -> ConversationNotFound.message(id));
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
        messages.tie(conversation.channelId(), providerId, messageId)
                .ifPresent(parked -> updates.applyParked(message, parked));
        events.changed(conversation.id());
    }

    void end(Conversation conversation, Message message, MessageState as, String code, String reason) {
        message.end(as, code, reason, clock.instant());
        events.changed(conversation.id());
    }

    void postpone(Conversation conversation, Message message, ProviderFailure failure, Duration delay) {
        message.postpone(failure.code(), failure.getMessage(), clock.instant());
        conversation.oweSend(clock.instant().plus(delay));
        events.queued(conversation.id(), delay.toMillis());
        events.changed(conversation.id());
    }
}
