package io.sylion.conversation.service;

import io.sylion.channel.api.OutboundContent;
import io.sylion.channel.api.OutboundMedia;
import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.api.ProviderFailure.Remedy;
import io.sylion.channel.service.ChannelService;
import io.sylion.contact.domain.ContactDetails;
import io.sylion.contact.service.ContactService;
import io.sylion.control.service.ControlService;
import io.sylion.conversation.domain.Conversation;
import io.sylion.conversation.domain.Handler;
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
    ControlService control;

    @Inject
    Clock clock;

    /**
     * Claims the next message that may leave. Here stands the last check of AI control: an automatic message that may not leave
     * any more is withheld, with the reason.
     */
    public Optional<OutgoingMessage> claim(UUID conversationId) {
        Conversation conversation = queue.lock(conversationId);
        Instant now = clock.instant();
        if (conversation.sendDueAt() != null && conversation.sendDueAt().isAfter(now)) {
            return Optional.empty();
        }
        Optional<Message> next = queue.next(conversation);
        while (next.isPresent() && !mayLeave(conversation, next.get(), now)) {
            next = queue.next(conversation);
        }
        return next.map(message -> {
            message.claim(now);
            return outgoing(conversation, message);
        });
    }

    private boolean mayLeave(Conversation conversation, Message message, Instant now) {
        if (message.isAutomatic() && !control.allows(conversation.channelId())) {
            queue.end(conversation, message, MessageState.WITHHELD, "ai-off", "AI control is off");
            return false;
        }
        if (message.isAutomatic() && conversation.handler() == Handler.MEMBER) {
            queue.end(conversation, message, MessageState.WITHHELD, "taken-over", "a member has taken over");
            return false;
        }
        if (!conversation.isWindowOpen(now)) {
            MessageState end = message.isAutomatic() ? MessageState.WITHHELD : MessageState.FAILED;
            queue.end(conversation, message, end, "131047", "the 24-hour window is closed");
            return false;
        }
        return true;
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

    /** The provider accepted it. */
    public void sent(OutgoingMessage sent, String providerId) {
        Conversation conversation = queue.lock(sent.conversationId());
        queue.accepted(conversation, sent.id(), providerId);
        channels.recovered(conversation.channelId());
    }

    /** The provider was not asked, for a reason of ours. */
    public void refused(OutgoingMessage message, String code, String reason) {
        Conversation conversation = queue.lock(message.conversationId());
        queue.end(conversation, queue.message(message.id()), MessageState.FAILED, code, reason);
    }

    /** The next message cannot leave, for a fault of ours that does not pass. */
    public void giveUp(UUID conversationId) {
        Conversation conversation = queue.lock(conversationId);
        queue.next(conversation)
                .ifPresent(message ->
                        queue.end(conversation, message, MessageState.FAILED, "internal", "a fault inside Sylion"));
    }

    /** The provider did not accept it, or nobody knows; tells whether the next message may follow at once. */
    public boolean failed(OutgoingMessage failed, ProviderFailure failure) {
        Conversation conversation = queue.lock(failed.conversationId());
        Message message = queue.message(failed.id());
        if (message.state() != MessageState.SENDING) {
            return true;
        }
        Optional<Duration> delay = RetryPolicy.delay(failure, failed.attempt());
        if (delay.isPresent()) {
            queue.postpone(conversation, message, failure, delay.get());
            return false;
        }
        MessageState end = failure.isUncertain() ? MessageState.UNKNOWN : MessageState.FAILED;
        queue.end(conversation, message, end, failure.code(), failure.getMessage());
        if (failure.remedy() == Remedy.ALERT) {
            channels.needAttention(conversation.channelId(), failure.getMessage());
        }
        return true;
    }
}
