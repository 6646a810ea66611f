package io.sylion.conversation.domain;

import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Columns;
import io.sylion.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What a contact and the business say to each other on one channel, until it is closed. Made by the first inbound message; a
 * contact has at most one open conversation on a channel. Exactly one handles it: the AI from the start, a member from the
 * moment they take over or answer, nobody when it was handed off and no member has taken it yet.
 *
 * <p>It is also the outbox of its work: {@code replyDueAt} says that an automatic reply is owed, {@code sendDueAt} that a message
 * waits to leave. Both are set in the transaction that owes the work and cleared in the one that has done it, so that a sweep
 * finds what a crash left behind.
 */
@Entity
@Table(name = "conversation_conversation")
public class Conversation extends TenantOwned {
    /** How long free text may be sent after the customer's last word: WhatsApp's customer service window. */
    public static final Duration WINDOW = Duration.ofHours(24);

    /** After so many drafts thrown away because the customer wrote on, the next one is sent all the same. */
    public static final int MOST_DISCARDED = 2;

    private static final int PREVIEW = 200;

    @Column(name = "channel_id", updatable = false)
    private UUID channelId;

    @Column(name = "contact_id")
    private UUID contactId;

    @Enumerated(EnumType.STRING)
    private ConversationStatus status;

    @Enumerated(EnumType.STRING)
    private Handler handler;

    @Column(name = "member_id")
    private UUID memberId;

    @Column(name = "member_name")
    private String memberName;

    @Enumerated(EnumType.STRING)
    private Triage triage;

    @Column(name = "triage_reason")
    private String triageReason;

    @Column(name = "triage_confidence")
    private BigDecimal triageConfidence;

    private boolean escalated;

    @Column(name = "last_message_id")
    private UUID lastMessageId;

    @Column(name = "last_activity_at")
    private Instant lastActivityAt;

    @Column(name = "last_author")
    private String lastAuthor;

    @Column(name = "last_type")
    private String lastType;

    @Column(name = "last_text")
    private String lastText;

    @Column(name = "last_inbound_at")
    private Instant lastInboundAt;

    @Column(name = "last_inbound_id")
    private UUID lastInboundId;

    @Column(name = "window_closes_at")
    private Instant windowClosesAt;

    @Column(name = "unread_count")
    private int unreadCount;

    @Column(name = "reply_due_at")
    private Instant replyDueAt;

    @Column(name = "reply_to_id")
    private UUID replyToId;

    @Column(name = "drafts_discarded")
    private int draftsDiscarded;

    @Column(name = "send_due_at")
    private Instant sendDueAt;

    protected Conversation() {}

    /** Opens a conversation, answered by the AI unless somebody decides otherwise. */
    public Conversation(Instant now, UUID channelId, UUID contactId) {
        super(now);
        this.channelId = channelId;
        this.contactId = contactId;
        this.status = ConversationStatus.OPEN;
        this.handler = Handler.AI;
        this.lastActivityAt = now;
    }

    /** A row as it is stored, of all columns. */
    Conversation(ResultSet row) throws SQLException {
        super(row);
        channelId = Columns.uuid(row, "channel_id");
        contactId = Columns.uuid(row, "contact_id");
        status = Columns.constant(row, "status", ConversationStatus.class);
        handler = Columns.constant(row, "handler", Handler.class);
        memberId = Columns.uuid(row, "member_id");
        memberName = row.getString("member_name");
        triage = Columns.constant(row, "triage", Triage.class);
        triageReason = row.getString("triage_reason");
        triageConfidence = row.getBigDecimal("triage_confidence");
        escalated = row.getBoolean("escalated");
        lastMessageId = Columns.uuid(row, "last_message_id");
        lastActivityAt = Columns.instant(row, "last_activity_at");
        lastAuthor = row.getString("last_author");
        lastType = row.getString("last_type");
        lastText = row.getString("last_text");
        lastInboundAt = Columns.instant(row, "last_inbound_at");
        lastInboundId = Columns.uuid(row, "last_inbound_id");
        windowClosesAt = Columns.instant(row, "window_closes_at");
        unreadCount = row.getInt("unread_count");
        replyDueAt = Columns.instant(row, "reply_due_at");
        replyToId = Columns.uuid(row, "reply_to_id");
        draftsDiscarded = row.getInt("drafts_discarded");
        sendDueAt = Columns.instant(row, "send_due_at");
    }

    /** What a message may change, and what a new one begins with. */
    BoundSql values(BoundSql update) {
        return update.with("id", id())
                .with("version", version())
                .with("createdAt", createdAt())
                .with("channelId", channelId)
                .with("contactId", contactId)
                .with("status", status)
                .with("handler", handler)
                .with("triage", triage)
                .with("triageReason", triageReason)
                .with("triageConfidence", triageConfidence)
                .with("escalated", escalated)
                .with("lastMessageId", lastMessageId)
                .with("lastActivityAt", lastActivityAt)
                .with("lastAuthor", lastAuthor)
                .with("lastType", lastType)
                .with("lastText", lastText)
                .with("lastInboundAt", lastInboundAt)
                .with("lastInboundId", lastInboundId)
                .with("windowClosesAt", windowClosesAt)
                .with("unreadCount", unreadCount)
                .with("replyDueAt", replyDueAt)
                .with("replyToId", replyToId)
                .with("draftsDiscarded", draftsDiscarded)
                .with("sendDueAt", sendDueAt);
    }

    /** The customer wrote. A message that the provider delivered late moves neither the preview nor the window backwards. */
    public void receive(Message message) {
        unreadCount++;
        lastInboundId = message.id();
        Instant at = message.occurredAt();
        if (lastInboundAt == null || !at.isBefore(lastInboundAt)) {
            lastInboundAt = at;
            windowClosesAt = at.plus(WINDOW);
        }
        show(message);
    }

    /** A message of ours was written; a member's answer takes the conversation over and answers an escalation. */
    public void write(Message message) {
        show(message);
    }

    private void show(Message message) {
        if (lastMessageId == null || !message.occurredAt().isBefore(lastActivityAt)) {
            lastActivityAt = message.occurredAt();
            lastMessageId = message.id();
            lastAuthor = message.author().name();
            lastType = message.type().name();
            lastText = preview(message.body());
        }
    }

    /** The first characters, never half of one. */
    private static String preview(String text) {
        if (text == null || text.length() <= PREVIEW) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(PREVIEW - 1)) ? PREVIEW - 1 : PREVIEW);
    }

    /** The newest inbound message was triaged. */
    public void triaged(Triage decided, String reason, BigDecimal confidence) {
        triage = decided;
        triageReason = reason;
        triageConfidence = confidence;
        if (decided == Triage.ESCALATE) {
            escalated = true;
        }
    }

    /** A person is asked; the AI goes on only if {@code handler} stays AI. */
    public void escalate(String reason, boolean handOff) {
        escalated = true;
        triage = Triage.ESCALATE;
        triageReason = reason;
        if (handOff && handler == Handler.AI) {
            handler = Handler.NOBODY;
        }
    }

    /** A member takes the conversation in hand: no automatic reply is owed any more. */
    public void takeOver(UUID member, String name) {
        handler = Handler.MEMBER;
        memberId = member;
        memberName = name;
        replySettled();
    }

    /** A member answered: what was escalated is answered. */
    public void answered() {
        escalated = false;
        unreadCount = 0;
    }

    /** The AI answers again, from the next message on: what it owed before a person was asked is not its any more. */
    public void handBack() {
        if (handler != Handler.AI) {
            replySettled();
        }
        handler = Handler.AI;
        memberId = null;
        memberName = null;
        escalated = false;
    }

    public void close() {
        status = ConversationStatus.CLOSED;
        replySettled();
        escalated = false;
        unreadCount = 0;
    }

    public void reopen() {
        status = ConversationStatus.OPEN;
    }

    public void seen() {
        unreadCount = 0;
    }

    /** An automatic reply is owed from then on; it answers this message, and with it the earlier ones of a burst. */
    public void oweReply(UUID messageId, Instant due) {
        replyToId = messageId;
        replyDueAt = due;
    }

    public void replySettled() {
        replyToId = null;
        replyDueAt = null;
        draftsDiscarded = 0;
    }

    /** A draft no longer answers the customer's last word. */
    public void draftDiscarded() {
        draftsDiscarded++;
    }

    /** Whether a draft for this message may still be sent though newer ones have come. */
    public boolean acceptsDraftFor(UUID messageId) {
        return answersOwed(messageId) || draftsDiscarded >= MOST_DISCARDED;
    }

    /** Whether a reply to this message is the one that is owed. */
    public boolean answersOwed(UUID messageId) {
        return messageId.equals(replyToId);
    }

    /** A message waits to leave, not before then. */
    public void oweSend(Instant due) {
        sendDueAt = due;
    }

    public void nothingToSend() {
        sendDueAt = null;
    }

    /** Free text may be sent: the customer wrote within the window. */
    public boolean isWindowOpen(Instant now) {
        return windowClosesAt != null && now.isBefore(windowClosesAt);
    }

    public boolean isReplyOwed() {
        return replyDueAt != null && status == ConversationStatus.OPEN && handler == Handler.AI;
    }

    public UUID channelId() {
        return channelId;
    }

    public UUID contactId() {
        return contactId;
    }

    public ConversationStatus status() {
        return status;
    }

    public Handler handler() {
        return handler;
    }

    public boolean isEscalated() {
        return escalated;
    }

    public UUID replyToId() {
        return replyToId;
    }

    public UUID lastInboundId() {
        return lastInboundId;
    }

    public Instant sendDueAt() {
        return sendDueAt;
    }
}
