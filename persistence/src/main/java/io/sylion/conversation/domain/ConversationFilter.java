package io.sylion.conversation.domain;

/** The tabs of the inbox. */
public enum ConversationFilter {
    ALL,
    AUTO,
    ESCALATED,
    MINE,
    UNASSIGNED,
    IGNORED,
    CLOSED
}
