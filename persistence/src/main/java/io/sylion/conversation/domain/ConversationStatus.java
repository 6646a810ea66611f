package io.sylion.conversation.domain;

/** Whether a conversation goes on; a message of the customer opens a new one after the close. */
public enum ConversationStatus {
    OPEN,
    CLOSED
}
