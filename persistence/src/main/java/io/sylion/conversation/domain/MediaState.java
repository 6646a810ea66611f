package io.sylion.conversation.domain;

/** Whether a file lies in the object store yet. */
public enum MediaState {
    PENDING,
    STORED,
    FAILED
}
