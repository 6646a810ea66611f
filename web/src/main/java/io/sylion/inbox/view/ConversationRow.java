package io.sylion.inbox.view;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the list, in words.
 *
 * @param hue which of the avatars' colours
 * @param preview icon and words of the last message
 * @param triage chip, null when there is nothing to say
 * @param owner chip of a person who has it in hand, null for the AI
 * @param window chip of WhatsApp's window, null when it does not matter
 */
public record ConversationRow(
        UUID id,
        String name,
        String initials,
        int hue,
        String channel,
        String previewIcon,
        String preview,
        String brief,
        String exact,
        Instant lastActivityAt,
        int unread,
        Chip triage,
        Chip owner,
        Chip window) {

    /** A small label. */
    public record Chip(String kind, String style, String text, String title) {}
}
