package io.sylion.conversation.domain;

import io.sylion.channel.domain.ChannelProvider;
import io.sylion.channel.domain.MessageType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A conversation as the list and the head of the thread show it.
 *
 * @param phone the contact's number in digits, null when only a provider id is known
 * @param memberName who has it in hand when the handler is MEMBER
 * @param triage of the newest inbound message, null before the first
 * @param triageReason as a code whose words are in the inbox's texts
 * @param escalated a person is asked and nobody answered yet
 * @param lastText preview, may be null for media without caption
 * @param windowClosesAt until when free text may be sent; null when the customer never wrote
 */
public record ConversationSummary(
        UUID id,
        UUID channelId,
        String channelName,
        ChannelProvider provider,
        UUID contactId,
        String contactName,
        String phone,
        ConversationStatus status,
        Handler handler,
        UUID memberId,
        String memberName,
        Triage triage,
        String triageReason,
        BigDecimal triageConfidence,
        boolean escalated,
        MessageAuthor lastAuthor,
        MessageType lastType,
        String lastText,
        Instant lastActivityAt,
        Instant windowClosesAt,
        int unreadCount) {}
