package io.sylion.conversation.domain;

/** Live counts on the tabs; each counts open conversations, up to 999. */
public record ConversationCounts(
        long all, long auto, long escalated, long mine, long unassigned, long ignored, long unread) {}
