package io.sylion.assistant.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.sylion.platform.api.Json;
import io.sylion.platform.text.CleanText;
import java.util.regex.Pattern;

/** Words of customers and documents as a model may read them: data that looks like nothing else. */
final class PromptData {
    /** Characters that nobody sees but a model reads: zero widths, marks of direction, tags, letters of private use. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}]");

    private static final ObjectWriter WRITER = Json.mapper().writer().with(new NoMarkup());

    private PromptData() {}

    static String words(String text, int longest) {
        return CleanText.cut(UNSEEN.matcher(CleanText.of(text, 2 * longest)).replaceAll(""), longest);
    }

    static String write(JsonNode document) {
        try {
            return WRITER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON", e);
        }
    }

    /** Angle brackets are written as numbers: templates of open models mark turns and roles with them, and must find none. */
    private static final class NoMarkup extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        private final int[] escapes = standardAsciiEscapesForJSON();

        private NoMarkup() {
            escapes['<'] = ESCAPE_STANDARD;
            escapes['>'] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
