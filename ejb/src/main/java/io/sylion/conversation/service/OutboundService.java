package io.sylion.conversation.service;

import io.sylion.conversation.api.AutomaticReply;
import io.sylion.conversation.api.ConversationNotFound;
import io.sylion.conversation.domain.Conversation;
import io.sylion.conversation.domain.ConversationRepository;
import io.sylion.conversation.domain.Handler;
import io.sylion.conversation.domain.HistoryTurn;
import io.sylion.conversation.domain.Message;
import io.sylion.conversation.domain.MessageRepository;
import io.sylion.conversation.domain.Triage;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What triage and assistants do to a conversation: decide on it, owe it a reply, answer it, or ask a person. */
@Stateless
@Permit(Role.OWNER)
public class OutboundService {
    @Inject
    ConversationRepository conversations;

    @Inject
    MessageRepository messages;

    @Inject
    SendSteps sends;

    @Inject
    ConversationEvents events;

    @Inject
    Clock clock;

    /** Who answers the conversation now. */
    public Handler handler(UUID conversationId) {
        return lock(conversationId).handler();
    }

    /** Notes the triage of the newest inbound message. */
    public void triaged(UUID conversationId, Triage triage, String reason, BigDecimal confidence) {
        lock(conversationId).triaged(triage, reason, confidence);
    }

    /** An automatic reply is owed once the customer has been silent for the delay. */
    public void oweReply(UUID conversationId, UUID messageId, Duration delay) {
        Conversation conversation = lock(conversationId);
        conversation.oweReply(messageId, clock.instant().plus(delay));
        events.due(conversation.channelId(), conversationId, messageId, delay.toMillis());
    }

    /** The conversation, if this message still is the one to answer automatically; locked for the transaction. */
    public Optional<AnswerableConversation> answerable(UUID conversationId, UUID messageId) {
        Conversation conversation = lock(conversationId);
        if (!conversation.isReplyOwed() || !conversation.answersOwed(messageId)) {
            return Optional.empty();
        }
        if (messages.isAnswered(conversationId, messageId)) {
            conversation.replySettled();
            return Optional.empty();
        }
        return Optional.of(new AnswerableConversation(
                conversationId,
                conversation.channelId(),
                conversation.contactId(),
                conversation.isWindowOpen(clock.instant()),
                conversation.isEscalated()));
    }

    public List<HistoryTurn> history(UUID conversationId, int turns) {
        return messages.history(conversationId, turns);
    }

    /** The words of one message; empty when it has none. */
    public Optional<String> text(UUID messageId) {
        return messages.find(messageId).map(Message::body);
    }

    /** The provider's id of a message, to mark it as read. */
    public Optional<String> providerId(UUID messageId) {
        return messages.find(messageId).map(Message::providerMessageId);
    }

    /** Whether a draft for this message would still be sent; if not, it counts as thrown away. */
    public boolean acceptsDraft(UUID conversationId, UUID messageId) {
        Conversation conversation = lock(conversationId);
        if (!conversation.isReplyOwed()) {
            return false;
        }
        boolean accepted = conversation.acceptsDraftFor(messageId);
        if (!accepted) {
            conversation.draftDiscarded();
        }
        return accepted;
    }

    /** Writes an assistant's answer and hands it to the sender; the reply is owed no more. Returns the message. */
    public UUID reply(AutomaticReply reply) {
        UUID message = write(reply);
        events.queued(reply.conversationId(), 0);
        return message;
    }

    /** As {@link #reply}, for a caller who then sends what it {@linkplain #claim claims}. */
    public UUID write(AutomaticReply reply) {
        Conversation conversation = lock(reply.conversationId());
        Instant now = clock.instant();
        Message message = Message.byAssistant(
                now, conversation, reply.assistantName(), reply.text(), reply.answersId(), reply.decisionId());
        messages.add(message);
        conversation.write(message);
        if (conversation.answersOwed(reply.answersId())) {
            conversation.replySettled();
        }
        conversation.oweSend(now);
        events.changed(conversation.id());
        return message.id();
    }

    /**
     * Claims the message that was just {@linkplain #write written}, or the one before it, to be sent once this transaction is
     * committed; none while another is under way.
     */
    public Optional<OutgoingMessage> claim(UUID conversationId, UUID messageId) {
        return sends.claimNew(conversationId, messageId);
    }

    /** No automatic reply will come for now. */
    public void settleWithoutReply(UUID conversationId) {
        lock(conversationId).replySettled();
        events.changed(conversationId);
    }

    /** A person is asked. With a hand-off the AI is silent until a member hands back. */
    public void escalate(UUID conversationId, String reason, boolean handOff) {
        Conversation conversation = lock(conversationId);
        conversation.escalate(reason, handOff);
        messages.add(Message.note(clock.instant(), conversation, null, null, reason, null));
        events.changed(conversationId);
    }

    private Conversation lock(UUID conversationId) {
        return conversations.lock(conversationId).orElseThrow(() -> ConversationNotFound.withId(conversationId));
    }
}
