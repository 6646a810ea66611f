package io.sylion.knowledge.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;

/** Any text of a site is an answer, and a soon one: who forbids nothing is allowed. */
class RobotsFuzzTest {
    @DictionaryEntries({
        "User-agent: *\\x0a",
        "user-agent: sylion\\x0a",
        "Disallow: /",
        "Allow: /",
        "*",
        "$",
        "#",
        ":",
        "\\x0a",
        "\\\\E",
        "%2f"
    })
    @FuzzTest
    void anyTextIsAnAnswer(FuzzedDataProvider data) {
        String path = "/" + data.consumeString(60);
        String text = data.consumeRemainingAsString();
        boolean allowed = RobotsRules.of(text, "sylion").allow(path);
        if (!text.toLowerCase(Locale.ROOT).contains("disallow")) {
            assertThat(allowed).isTrue();
        }
    }
}
