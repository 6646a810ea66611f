package io.sylion.conversation.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.Optional;

/** Whatever a file begins with and is called, it is refused or of a listed type, and its name cannot make it another one. */
class AttachmentFuzzTest {
    @DictionaryEntries({
        "\\xff\\xd8\\xff",
        "%PDF-",
        "ftypisom",
        "ftypM4A ",
        "OggS",
        "ID3",
        "#!AMR",
        "PK\\x03\\x04",
        ".docx",
        ".csv",
        ".TXT"
    })
    @FuzzTest
    void anyFileIsRefusedOrKnown(FuzzedDataProvider data) {
        String name = data.consumeBoolean() ? null : data.consumeString(60);
        byte[] head = data.consumeBytes(AttachmentType.HEAD);
        Optional<AttachmentType> type = AttachmentType.of(head, name);

        type.ifPresent(known -> {
            assertThat(known.maxBytes()).isPositive();
            assertThat(known.messageType().isMedia()).isTrue();
            assertThat(AttachmentType.of(head, "x." + known.extension())).contains(known);
            if (AttachmentType.of(head, null).isPresent()) {
                assertThat(AttachmentType.of(head, null)).contains(known);
            }
        });
        assertThat(type.filter(known -> known.mimeType().startsWith("text/")).isPresent() && holdsNul(head))
                .isFalse();
    }

    private static boolean holdsNul(byte[] head) {
        return Arrays.toString(head).matches(".*[\\[ ]0[,\\]].*");
    }
}
