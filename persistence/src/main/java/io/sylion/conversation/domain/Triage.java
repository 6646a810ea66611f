package io.sylion.conversation.domain;

/** What happens to an inbound message. */
public enum Triage {
    AUTO_REPLY,
    ESCALATE,
    IGNORE
}
