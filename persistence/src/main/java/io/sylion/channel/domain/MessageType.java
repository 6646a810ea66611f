package io.sylion.channel.domain;

/** What kind of content a message has, whatever the provider calls it. */
public enum MessageType {
    TEXT,
    IMAGE,
    VIDEO,
    AUDIO,
    VOICE,
    DOCUMENT,
    STICKER,
    LOCATION,
    CONTACTS,
    BUTTON_REPLY,
    LIST_REPLY,
    FORM_REPLY,
    CALL_PERMISSION,
    ORDER,
    TEMPLATE,
    INTERACTIVE,
    SYSTEM,
    UNSUPPORTED;

    public boolean isMedia() {
        return switch (this) {
            case IMAGE, VIDEO, AUDIO, VOICE, DOCUMENT, STICKER -> true;
            default -> false;
        };
    }
}
