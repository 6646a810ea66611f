package io.sylion.channel.hook;

import java.util.Locale;

/** Why a part of a webhook is not used. A label of the metrics: few, and never what a provider wrote. */
enum IgnoreReason {
    /** Another product's webhook. */
    WRONG_OBJECT,
    /** A post, entry or change in which there is nothing. */
    EMPTY,
    /** A number that nobody connected here. */
    UNKNOWN_CHANNEL,
    /** Says of no number what several share: an account's news where one address serves several channels. */
    NO_NUMBER,
    /** A kind of notification that the product has no use for (history, calls, contact book …). */
    UNUSED_FIELD,
    UNKNOWN_FIELD,
    /** Not of the shape that its place asks for. */
    UNREADABLE,
    NO_ID,
    NO_SENDER,
    /** An edit, revocation or reaction that does not say of what. */
    NO_TARGET,
    /** The customer opened the chat and wrote nothing. */
    CHAT_OPENED,
    UNKNOWN_STATUS,
    /** A system notice that changes no identity. */
    SYSTEM_NOTICE,
    /** The business put an emoji from its own phone. */
    ECHO_REACTION,
    USER_PREFERENCE;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    String label() {
        return label;
    }
}
