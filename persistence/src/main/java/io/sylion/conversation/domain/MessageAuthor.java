package io.sylion.conversation.domain;

/** Who wrote a message. A note is for colleagues only; SYSTEM tells what happened to the conversation. */
public enum MessageAuthor {
    CUSTOMER,
    AI,
    MEMBER,
    PHONE_APP,
    NOTE,
    SYSTEM
}
