package io.sylion.channel.hook;

import com.fasterxml.jackson.databind.JsonNode;

/** A provider's error as it stands in statuses, messages and notifications. */
final class WhatsAppErrorWords {
    private static final int LONGEST = 200;

    private WhatsAppErrorWords() {}

    /** The first error of a list (or the only one), missing when there is none. */
    static JsonNode first(JsonNode errors) {
        return errors.isArray() ? errors.path(0) : errors;
    }

    static String code(JsonNode error) {
        return WireText.line(error.path("code"), 20);
    }

    /** The most exact words there are; null when there are none. */
    static String reason(JsonNode error) {
        String details = WireText.line(error.path("error_data").path("details"), LONGEST);
        if (details == null) {
            details = WireText.line(error.path("details"), LONGEST);
        }
        if (details == null) {
            details = WireText.line(error.path("message"), LONGEST);
        }
        return details == null ? WireText.line(error.path("title"), LONGEST) : details;
    }

    static String of(JsonNode error) {
        return code(error) + ": " + reason(error);
    }
}
