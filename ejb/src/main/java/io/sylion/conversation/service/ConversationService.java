package io.sylion.conversation.service;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.api.ConversationNotFound;
import io.sylion.conversation.api.ReplyRefused;
import io.sylion.conversation.api.ReplyRefused.Reason;
import io.sylion.conversation.api.ReplyToCustomer;
import io.sylion.conversation.domain.Conversation;
import io.sylion.conversation.domain.ConversationCounts;
import io.sylion.conversation.domain.ConversationQuery;
import io.sylion.conversation.domain.ConversationRepository;
import io.sylion.conversation.domain.ConversationSummary;
import io.sylion.conversation.domain.DeliveryDetails;
import io.sylion.conversation.domain.Media;
import io.sylion.conversation.domain.MediaState;
import io.sylion.conversation.domain.Message;
import io.sylion.conversation.domain.MessageDetails;
import io.sylion.conversation.domain.MessageRepository;
import io.sylion.conversation.domain.StoredMedia;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Actor;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;

/** What the staff do with conversations: read, answer, note, take over, hand back, close. */
@Stateless
@Permit(Role.VIEWER)
public class ConversationService {
    private static final Logger LOG = Logger.getLogger(ConversationService.class.getName());
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;

    @Inject
    ConversationRepository conversations;

    @Inject
    MessageRepository messages;

    @Inject
    ConversationEvents events;

    @Inject
    Clock clock;

    public List<ConversationSummary> page(ConversationQuery query) {
        return conversations.page(query);
    }

    public ConversationCounts counts(UUID memberId) {
        return conversations.counts(memberId);
    }

    public ConversationSummary summary(UUID conversationId) {
        return conversations.summary(conversationId).orElseThrow(() -> ConversationNotFound.withId(conversationId));
    }

    /** A page of the thread, oldest first; without a message to start before, the newest page. */
    public List<MessageDetails> thread(UUID conversationId, UUID beforeMessageId, int limit) {
        return messages.thread(conversationId, beforeMessageId, Math.clamp(limit, 1, 200));
    }

    public MessageDetails message(UUID id) {
        return messages.details(id).orElseThrow(() -> ConversationNotFound.message(id));
    }

    /** The whole life of a message at the provider. */
    public List<DeliveryDetails> deliveries(UUID messageId) {
        return messages.deliveries(messageId);
    }

    /** A file that may be shown. */
    public StoredMedia media(UUID mediaId) {
        Media media = messages.media(mediaId)
                .filter(m -> m.state() == MediaState.STORED)
                .orElseThrow(() -> ConversationNotFound.media(mediaId));
        return new StoredMedia(media.objectKey(), media.mimeType(), media.fileName(), media.sizeBytes());
    }

    /** The member handles the conversation from now on; the AI is silent at once. */
    @Permit(Role.AGENT)
    public void takeOver(UUID conversationId) {
        Actor actor = TenantScope.current().actor();
        Conversation conversation = lock(conversationId);
        conversation.takeOver(actor.memberId(), actor.name());
        changed(conversation, "taken over");
    }

    /** The AI answers again, from the next message on. */
    @Permit(Role.AGENT)
    public void handBack(UUID conversationId) {
        Conversation conversation = lock(conversationId);
        conversation.handBack();
        changed(conversation, "handed back");
    }

    @Permit(Role.AGENT)
    public void close(UUID conversationId) {
        Conversation conversation = lock(conversationId);
        conversation.close();
        changed(conversation, "closed");
    }

    /** Opens a closed conversation again, unless the customer has opened a newer one. */
    @Permit(Role.AGENT)
    public void reopen(UUID conversationId) {
        Conversation conversation = lock(conversationId);
        if (conversations
                .lockOpen(conversation.channelId(), conversation.contactId())
                .isEmpty()) {
            conversation.reopen();
            changed(conversation, "reopened");
        }
    }

    public void markSeen(UUID conversationId) {
        if (TenantScope.current().actor().may(Role.AGENT) && conversations.see(conversationId)) {
            events.changed(conversationId);
        }
    }

    /**
     * Answers the customer and takes the conversation over. Sending the same client key again changes nothing.
     *
     * @return the message
     * @throws ReplyRefused when it may not be sent now
     */
    @Permit(Role.AGENT)
    public UUID reply(ReplyToCustomer reply) {
        Conversation conversation = lock(reply.conversationId());
        check(reply);
        Instant now = clock.instant();
        Actor actor = TenantScope.current().actor();
        Message message = Message.byMember(
                now, conversation, actor.memberId(), actor.name(), reply.type(), text(reply.text()), reply.clientKey());
        Optional<UUID> earlier = messages.claimClientKey(reply.clientKey(), message.id());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!conversation.isWindowOpen(now)) {
            throw new ReplyRefused(Reason.WINDOW_CLOSED);
        }
        if (reply.seenInboundId() != null && !reply.seenInboundId().equals(conversation.lastInboundId())) {
            throw new ReplyRefused(Reason.NEWER_MESSAGE);
        }
        messages.add(message);
        if (reply.media() != null) {
            messages.add(Media.uploaded(
                    now,
                    message,
                    reply.media().objectKey(),
                    reply.media().mimeType(),
                    reply.media().fileName(),
                    reply.size()));
        }
        conversation.takeOver(actor.memberId(), actor.name());
        conversation.answered();
        conversation.write(message);
        conversation.oweSend(now);
        events.queued(conversation.id(), 0);
        changed(conversation, "answered");
        return message.id();
    }

    /** Writes a note for colleagues. Sending the same client key again changes nothing. */
    @Permit(Role.AGENT)
    public UUID note(UUID conversationId, String clientKey, String text) {
        Conversation conversation = lock(conversationId);
        if (text == null || text.isBlank()) {
            throw new ReplyRefused(Reason.EMPTY);
        }
        if (text.length() > LONGEST_TEXT) {
            throw new ReplyRefused(Reason.TOO_LONG);
        }
        Actor actor = TenantScope.current().actor();
        Message note =
                Message.note(clock.instant(), conversation, actor.memberId(), actor.name(), text.strip(), clientKey);
        Optional<UUID> earlier = messages.claimClientKey(clientKey, note.id());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        messages.add(note);
        changed(conversation, "noted");
        return note.id();
    }

    /** Sends a message again that failed, was withheld, or whose outcome nobody knows. */
    @Permit(Role.AGENT)
    public void retry(UUID messageId) {
        UUID conversationId = message(messageId).conversationId();
        Conversation conversation = lock(conversationId);
        Message message = messages.lock(messageId).orElseThrow(() -> ConversationNotFound.message(messageId));
        message.retry(clock.instant());
        conversation.oweSend(clock.instant());
        events.queued(conversation.id(), 0);
        changed(conversation, "retry of message " + messageId);
    }

    private static void check(ReplyToCustomer reply) {
        String text = text(reply.text());
        if (reply.type().isMedia() ? reply.media() == null : reply.media() != null || text == null) {
            throw new ReplyRefused(Reason.EMPTY);
        }
        if (reply.media() != null
                && !reply.media().objectKey().startsWith(TenantScope.current().tenantId() + "/")) {
            throw new ReplyRefused(Reason.MEDIA_NOT_ALLOWED);
        }
        if (text != null && text.length() > (reply.type() == MessageType.TEXT ? LONGEST_TEXT : LONGEST_CAPTION)) {
            throw new ReplyRefused(Reason.TOO_LONG);
        }
    }

    private static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void changed(Conversation conversation, String what) {
        events.changed(conversation.id());
        LOG.info(() -> "conversation " + conversation.id() + " " + what + " by member "
                + TenantScope.current().actor().memberId());
    }

    private Conversation lock(UUID id) {
        return conversations.lock(id).orElseThrow(() -> ConversationNotFound.withId(id));
    }
}
