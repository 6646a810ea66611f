package io.sylion.inbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whatever a customer types, only our tags come out, each closed where it belongs, and no word is lost. */
class WhatsAppTextFuzzTest {
    private static final Pattern TAG =
            Pattern.compile("<(/?)(strong|em|s|code|a|br)( class=\"block\"| href=\"https?://[^\"<>\\s]+\""
                    + " target=\"_blank\" rel=\"noopener noreferrer nofollow\")?(/?)>");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|#39);");
    private static final String MARKS = "[*_~`\0\r\n]";

    @DictionaryEntries({
        "*",
        "_",
        "~",
        "`",
        "```",
        "https://a.fr/",
        "http://",
        "<b>",
        "'",
        "&",
        "&amp;",
        "\\x0a",
        "*a*",
        "_b_",
        "~c~",
        "\\x00",
        "\\x001\\x00"
    })
    @FuzzTest
    void anyTextIsDrawn(FuzzedDataProvider data) {
        check(data.consumeRemainingAsString());
    }

    static void check(String text) {
        String html = WhatsAppText.html(text);
        assertThat(html).doesNotContain("\0", "\n", "\r");
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(html);
        while (tags.find()) {
            if (tags.group(1).isEmpty() && tags.group(4).isEmpty()) {
                open.push(tags.group(2));
            } else if (!tags.group(1).isEmpty()) {
                assertThat(open.pop()).as("closed in %s", html).isEqualTo(tags.group(2));
            }
        }
        assertThat(open).as("left open in %s", html).isEmpty();
        String words = TAG.matcher(html).replaceAll("");
        assertThat(ENTITY.matcher(words).replaceAll("")).doesNotContain("<", ">", "\"", "'", "&");
        assertThat(unescape(words).replaceAll(MARKS, "")).isEqualTo(text.replaceAll(MARKS, ""));
        assertThat(WhatsAppText.line(text)).doesNotContain("\n", "\r").hasSizeLessThanOrEqualTo(text.length());
    }

    private static String unescape(String words) {
        return words.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
