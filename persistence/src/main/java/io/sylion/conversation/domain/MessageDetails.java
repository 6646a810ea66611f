package io.sylion.conversation.domain;

import io.sylion.channel.domain.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message as the thread shows it.
 *
 * @param detail JSON of what only this type has (location, contacts, order, choice, unsupported, template …), null when nothing
 * @param replyTo excerpt of the quoted message, null when none
 * @param decisionId why an automatic message exists, null for others
 * @param failureReason in words, of FAILED, UNKNOWN and WITHHELD
 * @param reactions emoji of customer and staff
 */
public record MessageDetails(
        UUID id,
        UUID conversationId,
        MessageAuthor author,
        String authorName,
        MessageType type,
        String body,
        String detail,
        Instant occurredAt,
        MessageState state,
        Instant stateAt,
        String failureCode,
        String failureReason,
        UUID decisionId,
        String replyTo,
        boolean revoked,
        boolean edited,
        MediaDetails media,
        List<String> reactions) {

    public boolean isInbound() {
        return author == MessageAuthor.CUSTOMER;
    }
}
