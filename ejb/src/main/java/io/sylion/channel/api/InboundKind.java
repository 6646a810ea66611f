package io.sylion.channel.api;

/** What an inbound event is about. */
public enum InboundKind {
    /** A customer wrote. */
    MESSAGE,
    /** A customer put an emoji on a message, or took it away. */
    REACTION,
    /** A customer changed the text of a message. */
    EDIT,
    /** A customer took a message back. */
    REVOKE,
    /** The business answered from its own phone; stored as sent, answered by nobody. */
    ECHO,
    /** The provider tells what became of a message of ours. */
    DELIVERY,
    /** A customer's number or provider identity changed. */
    IDENTITY,
    /** The provider tells of the account itself (quality, limits, a failure that belongs to no message). */
    ACCOUNT,
    /** Understood as harmless and not used; counted with its reason. */
    IGNORED
}
