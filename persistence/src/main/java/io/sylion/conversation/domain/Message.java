package io.sylion.conversation.domain;

import io.sylion.channel.domain.DeliveryStatus;
import io.sylion.channel.domain.MessageType;
import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/**
 * One message of a conversation. An inbound one is stored once and changes only when the customer edits or revokes it. An
 * outbound one is made QUEUED, claimed for one send at a time, and then follows the provider's word; its states and moves are in
 * {@link MessageState}. A note stays between colleagues.
 */
@Entity
@Table(name = "conversation_message")
public class Message extends TenantOwned {
    @Column(name = "conversation_id", updatable = false)
    private UUID conversationId;

    @Column(name = "channel_id", updatable = false)
    private UUID channelId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MessageAuthor author;

    @Column(name = "author_id", updatable = false)
    private UUID authorId;

    @Column(name = "author_name", updatable = false)
    private String authorName;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MessageType type;

    private String body;

    @ColumnTransformer(read = "detail::text", write = "?::jsonb")
    private String detail;

    @Column(name = "occurred_at", updatable = false)
    private Instant occurredAt;

    @Column(name = "provider_message_id")
    private String providerMessageId;

    @Column(name = "reply_to_id", updatable = false)
    private UUID replyToId;

    @Column(name = "answers_id", updatable = false)
    private UUID answersId;

    @Column(name = "decision_id", updatable = false)
    private UUID decisionId;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    @Column(name = "state_at")
    private Instant stateAt;

    private int attempts;

    @Column(name = "failure_code")
    private String failureCode;

    @Column(name = "failure_reason")
    private String failureReason;

    @Column(name = "client_key", updatable = false)
    private String clientKey;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "edited_at")
    private Instant editedAt;

    protected Message() {}

    private Message(Instant now, Conversation conversation, MessageAuthor author, MessageType type, String body) {
        super(now);
        this.conversationId = conversation.id();
        this.channelId = conversation.channelId();
        this.author = author;
        this.type = type;
        this.body = body;
        this.occurredAt = now;
        this.stateAt = now;
    }

    /** What a customer wrote, or the business from its own phone. */
    public static Message inbound(
            Instant now,
            Conversation conversation,
            MessageAuthor author,
            MessageType type,
            String body,
            String detail,
            Instant occurredAt,
            String providerMessageId,
            UUID replyToId) {
        Message message = new Message(now, conversation, author, type, body);
        message.detail = detail;
        message.occurredAt = occurredAt;
        message.providerMessageId = providerMessageId;
        message.replyToId = replyToId;
        message.state = author == MessageAuthor.CUSTOMER ? MessageState.RECEIVED : MessageState.SENT;
        return message;
    }

    /** What a member wrote to the customer. */
    public static Message byMember(
            Instant now,
            Conversation conversation,
            UUID memberId,
            String name,
            MessageType type,
            String body,
            String clientKey) {
        Message message = new Message(now, conversation, MessageAuthor.MEMBER, type, body);
        message.authorId = memberId;
        message.authorName = name;
        message.clientKey = clientKey;
        message.state = MessageState.QUEUED;
        return message;
    }

    /** What an assistant wrote, answering one inbound message. */
    public static Message byAssistant(
            Instant now, Conversation conversation, String name, String body, UUID answersId, UUID decisionId) {
        Message message = new Message(now, conversation, MessageAuthor.AI, MessageType.TEXT, body);
        message.authorName = name;
        message.answersId = answersId;
        message.decisionId = decisionId;
        message.state = MessageState.QUEUED;
        return message;
    }

    /** What colleagues alone read; the system's notes have no member. */
    public static Message note(
            Instant now, Conversation conversation, UUID memberId, String name, String body, String clientKey) {
        MessageAuthor author = memberId == null ? MessageAuthor.SYSTEM : MessageAuthor.NOTE;
        Message message = new Message(now, conversation, author, MessageType.TEXT, body);
        message.authorId = memberId;
        message.authorName = name;
        message.clientKey = clientKey;
        message.state = MessageState.NOTED;
        return message;
    }

    /** Claims the one send attempt that is under way. */
    public void claim(Instant now) {
        require(MessageState.QUEUED);
        attempts++;
        move(MessageState.SENDING, now);
    }

    /**
     * The provider took it, perhaps after we had given it up or were about to try again, which would send it twice; a status that
     * overtook the answer is not lowered.
     */
    public void accepted(String providerId, Instant now) {
        boolean givenUp = providerMessageId == null && (state == MessageState.FAILED || state == MessageState.QUEUED);
        providerMessageId = providerId;
        if (state == MessageState.SENDING || state == MessageState.UNKNOWN || givenUp) {
            move(MessageState.SENT, now);
            clearFailure();
        }
    }

    /** Another attempt will be made. */
    public void postpone(String code, String reason, Instant now) {
        require(MessageState.SENDING);
        failureCode = code;
        failureReason = reason;
        move(MessageState.QUEUED, now);
    }

    /** It will not be sent unless a person retries: FAILED, WITHHELD or, when nobody knows, UNKNOWN. */
    public void end(MessageState as, String code, String reason, Instant now) {
        if (state == MessageState.SENDING || state == MessageState.QUEUED) {
            failureCode = code;
            failureReason = reason;
            move(as, now);
        }
    }

    /** A person wants another attempt. */
    public void retry(Instant now) {
        if (state.isRetriable()) {
            attempts = 0;
            clearFailure();
            move(MessageState.QUEUED, now);
        }
    }

    /** The provider tells what became of it; older or lesser news changes nothing. */
    public boolean follow(DeliveryStatus status, String code, String reason, Instant now) {
        // a person asked for another attempt after one that had failed at the provider: of that one only a delivery is
        // news
        boolean failedBefore = state == MessageState.QUEUED && providerMessageId != null;
        if (!(failedBefore ? MessageState.FAILED : state).yieldsTo(status)) {
            return false;
        }
        if (status == DeliveryStatus.FAILED) {
            failureCode = code;
            failureReason = reason;
        } else {
            clearFailure();
        }
        move(MessageState.of(status), now);
        return true;
    }

    public void edit(String newBody, Instant now) {
        body = newBody;
        editedAt = now;
    }

    /** The customer took it back: its words are forgotten. */
    public void revoke(Instant now) {
        body = null;
        detail = null;
        revokedAt = now;
    }

    /** All columns, for {@link MessageStatements#INSERT}. */
    BoundSql values(BoundSql insert) {
        return insert.with("id", id())
                .with("createdAt", createdAt())
                .with("conversationId", conversationId)
                .with("channelId", channelId)
                .with("author", author)
                .with("authorName", authorName)
                .with("type", type)
                .with("body", body)
                .with("detail", detail)
                .with("occurredAt", occurredAt)
                .with("providerMessageId", providerMessageId)
                .with("replyToId", replyToId)
                .with("answersId", answersId)
                .with("decisionId", decisionId)
                .with("state", state)
                .with("stateAt", stateAt)
                .with("attempts", attempts);
    }

    private void move(MessageState to, Instant now) {
        state = to;
        stateAt = now;
    }

    private void clearFailure() {
        failureCode = null;
        failureReason = null;
    }

    private void require(MessageState expected) {
        if (state != expected) {
            throw new IllegalStateException("message " + id() + " is " + state + ", not " + expected);
        }
    }

    public UUID conversationId() {
        return conversationId;
    }

    public UUID channelId() {
        return channelId;
    }

    public MessageAuthor author() {
        return author;
    }

    public MessageType type() {
        return type;
    }

    public String body() {
        return body;
    }

    public String detail() {
        return detail;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public String providerMessageId() {
        return providerMessageId;
    }

    public UUID answersId() {
        return answersId;
    }

    public UUID decisionId() {
        return decisionId;
    }

    public MessageState state() {
        return state;
    }

    public String failureCode() {
        return failureCode;
    }

    public int attempts() {
        return attempts;
    }

    public boolean isAutomatic() {
        return author == MessageAuthor.AI;
    }
}
