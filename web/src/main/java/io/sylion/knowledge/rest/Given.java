package io.sylion.knowledge.rest;

import io.sylion.knowledge.api.KnowledgeRefused;
import jakarta.ws.rs.NotFoundException;
import java.util.Set;
import java.util.UUID;

/** Checks of what a caller gave. */
final class Given {
    private static final Set<String> LANGUAGES = Set.of("fr", "en");

    private Given() {}

    /** What is no id names nothing. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("no id: " + (text.length() > 40 ? "too long" : text));
        }
    }

    /** An empty body is read as null. */
    static <T> T body(T given) {
        if (given == null) {
            throw refused("the request has no body");
        }
        return given;
    }

    static String text(String field, String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw refused(field + " is needed, with at most " + longest + " characters");
        }
        return text.strip();
    }

    static String language(String code) {
        if (code != null && !LANGUAGES.contains(code)) {
            throw refused("language is fr or en");
        }
        return code;
    }

    static int between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw refused(field + " lies between " + least + " and " + most);
        }
        return value;
    }

    static KnowledgeRefused refused(String why) {
        return new KnowledgeRefused(why);
    }
}
