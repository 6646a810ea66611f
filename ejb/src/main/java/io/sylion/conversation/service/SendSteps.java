package io.sylion.conversation.service;

import io.sylion.channel.api.OutboundContent;
import io.sylion.channel.api.OutboundMedia;
import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.api.ProviderFailure.Remedy;
import io.sylion.channel.service.ChannelService;
import io.sylion.contact.domain.ContactDetails;
import io.sylion.contact.service.ContactService;
import io.sylion.conversation.domain.Conversation;
import io.sylion.conversation.domain.Message;
import io.sylion.conversation.domain.MessageState;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The short transactions around a send. Conversation first, then message: the order of locks is the same everywhere. */
@Stateless
@Permit(Role.OWNER)
public class SendSteps {
    @Inject
    SendQueue queue;

    @Inject
    ChannelService channels;

    @Inject
    ContactService contacts;

    @Inject
    SendGate gate;

    @Inject
    Clock clock;

    /**
     * Claims the next message that may leave. Here stands the last check of AI control: an automatic message that may not leave
     * any more is withheld, with the reason.
     */
    public Optional<OutgoingMessage> claim(UUID conversationId) {
        return claim(queue.lock(conversationId));
    }

    /** As {@link #claim(UUID)}, for a message that this transaction has written: its row need be written once only. */
    public Optional<OutgoingMessage> claimNew(UUID conversationId, UUID messageId) {
        Conversation conversation = queue.lock(conversationId);
        if (queue.isBusy(conversation)) {
            return claim(conversation);
        }
        Message message = queue.written(messageId);
        Instant now = clock.instant();
        if (!gate.admits(conversation, message, now)) {
            conversation.nothingToSend();
            return Optional.empty();
        }
        return Optional.of(claim(conversation, message, now));
    }

    private OutgoingMessage claim(Conversation conversation, Message message, Instant now) {
        message.claim(now);
        return outgoing(conversation, message);
    }

    private Optional<OutgoingMessage> claim(Conversation conversation) {
        Instant now = clock.instant();
        if (conversation.sendDueAt() == null || conversation.sendDueAt().isAfter(now)) {
            return Optional.empty();
        }
        Optional<Message> next = queue.next(conversation);
        while (next.isPresent()) {
            Message message = next.get();
            if (gate.admits(conversation, message, now)) {
                return Optional.of(claim(conversation, message, now));
            }
            next = queue.next(conversation);
        }
        return Optional.empty();
    }

    private OutgoingMessage outgoing(Conversation conversation, Message message) {
        ContactDetails contact = contacts.details(conversation.contactId());
        OutboundMedia media = message.type().isMedia()
                ? queue.media(message.id())
                        .map(m -> new OutboundMedia(m.objectKey(), m.mimeType(), m.fileName()))
                        .orElse(null)
                : null;
        OutboundContent content = new OutboundContent(
                message.id(),
                contact.phone(),
                contact.bsuid(),
                message.type(),
                message.body(),
                media,
                null,
                queue.providerId(message.answersId()));
        return new OutgoingMessage(
                conversation.id(),
                channels.account(conversation.channelId()),
                content,
                message.attempts(),
                message.answersId());
    }

    /** The provider accepted it; claims the message that may follow at once. */
    public Optional<OutgoingMessage> sent(OutgoingMessage sent, String providerId) {
        Conversation conversation = queue.lock(sent.conversationId());
        queue.accepted(conversation, sent.id(), providerId);
        channels.recovered(conversation.channelId());
        return claim(conversation);
    }

    /** The next message cannot leave, for a fault of ours that does not pass. */
    public void giveUp(UUID conversationId) {
        Conversation conversation = queue.lock(conversationId);
        queue.next(conversation).ifPresent(message -> {
            queue.end(conversation, message, MessageState.FAILED, "internal", "a fault inside Sylion");
            queue.next(conversation);
        });
    }

    /** The provider did not accept it, or nobody knows; claims the message that may follow at once. */
    public Optional<OutgoingMessage> failed(OutgoingMessage failed, ProviderFailure failure) {
        Conversation conversation = queue.lock(failed.conversationId());
        if (!failure.isUncertain()) {
            gate.stayed(failed.id());
        }
        Message message = queue.message(failed.id());
        if (message.state() != MessageState.SENDING) {
            return claim(conversation);
        }
        Optional<Duration> delay = RetryPolicy.delay(failure, failed.attempt());
        if (delay.isPresent()) {
            queue.postpone(conversation, message, failure, delay.get());
            return Optional.empty();
        }
        MessageState end = failure.isUncertain() ? MessageState.UNKNOWN : MessageState.FAILED;
        queue.end(conversation, message, end, failure.code(), failure.getMessage());
        if (failure.remedy() == Remedy.ALERT) {
            channels.needAttention(conversation.channelId(), failure.getMessage());
        }
        return claim(conversation);
    }
}
