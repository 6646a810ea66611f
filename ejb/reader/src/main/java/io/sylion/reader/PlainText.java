package io.sylion.reader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes plain text: by its mark, else as UTF-8, else in the one-byte code of Western Europe, which takes all. */
final class PlainText {
    private PlainText() {}

    /** @throws Unreadable UNKNOWN_KIND when it is no text at all */
    static String decoded(byte[] bytes) {
        String text = withoutMark(text(bytes)).replace("\r\n", "\n").replace('\r', '\n');
        long strange = text.chars()
                .filter(sign -> sign < 0x20 && sign != '\t' && sign != '\n' && sign != '\f' || sign == 0xFFFD)
                .count();
        if (strange * 200 > text.length()) {
            throw new Unreadable(ReadingProblem.UNKNOWN_KIND);
        }
        return strange == 0 ? text : text.replaceAll("[\\p{Cntrl}&&[^\t\n\f]]", " ");
    }

    private static String text(byte[] bytes) {
        if (bytes.length >= 2
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
