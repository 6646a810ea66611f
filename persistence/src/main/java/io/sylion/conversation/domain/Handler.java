package io.sylion.conversation.domain;

/** Who answers a conversation: exactly one. */
public enum Handler {
    AI,
    MEMBER,
    NOBODY
}
