package io.sylion.conversation.service;

import io.sylion.channel.api.DeliveryUpdate;
import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.api.InboundKind;
import io.sylion.conversation.domain.Message;
import io.sylion.conversation.domain.MessageRepository;
import io.sylion.conversation.domain.MessageState;
import io.sylion.platform.api.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What becomes of messages that exist: deliveries, reactions, edits, revocations. In any order, each applied once. */
@ApplicationScoped
class MessageUpdates {
    @Inject
    MessageRepository messages;

    @Inject
    ConversationEvents events;

    @Inject
    Clock clock;

    /** Applies the event to its message; false when the message is not known (yet). */
    boolean apply(InboundEvent event) {
        Optional<Message> found = find(event);
        found.ifPresent(message -> apply(event, message));
        return found.isPresent();
    }

    private void apply(InboundEvent event, Message message) {
        switch (event.kind()) {
            case DELIVERY -> deliver(event, message);
            case REACTION -> messages.react(message.id(), event.emoji(), event.occurredAt());
            case EDIT -> message.edit(event.content().text(), event.occurredAt());
            case REVOKE -> message.revoke(event.occurredAt());
            default -> throw new IllegalArgumentException("not about a message: " + event.kind());
        }
        events.changed(message.conversationId());
    }

    void park(InboundEvent event) {
        messages.park(event.channelId(), event.key(), event.providerMessageId(), Json.write(event), clock.instant());
    }

    /** Applies the events that waited for the message. */
    void applyParked(Message message, List<String> parked) {
        parked.forEach(event -> apply(Json.read(event, InboundEvent.class), message));
    }

    private Optional<Message> find(InboundEvent event) {
        Optional<UUID> id = messages.idOf(event.channelId(), event.providerMessageId());
        if (id.isEmpty() && event.kind() == InboundKind.DELIVERY) {
            // a status may overtake the answer to the send, and settles a send whose answer was lost
            id = Optional.ofNullable(event.delivery().messageId());
        }
        return id.flatMap(messages::lock);
    }

    private void deliver(InboundEvent event, Message message) {
        DeliveryUpdate news = event.delivery();
        messages.addDelivery(
                message.id(), news.status().name(), event.occurredAt(), news.code(), news.reason(), news.pricing());
        boolean wasUnderWay = message.state() == MessageState.SENDING;
        if (message.providerMessageId() == null && event.providerMessageId() != null) {
            message.accepted(event.providerMessageId(), clock.instant());
            messages.tie(event.channelId(), event.providerMessageId(), message.id())
                    .ifPresent(parked -> applyParked(message, parked));
        }
        message.follow(news.status(), news.code(), news.reason(), clock.instant());
        if (wasUnderWay) {
            // the send's own answer may never come: what waits behind it must not wait for ever
            events.queued(message.conversationId(), 0);
        }
    }
}
