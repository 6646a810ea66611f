package io.sylion.triage.service;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.domain.Handler;
import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * What triage knows of a message.
 *
 * @param at the tenant's local time
 */
record TriageInput(
        boolean controlActive, Handler handler, MessageType type, String text, UUID channelId, ZonedDateTime at) {
    boolean isWordless() {
        return text == null || text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
