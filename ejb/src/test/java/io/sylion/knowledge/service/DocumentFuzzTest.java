package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sylion.knowledge.domain.SparseVector;
import io.sylion.platform.text.Language;
import java.util.List;

/** Any text becomes passages of a bounded size whose words can be weighed. */
class DocumentFuzzTest {
    private static final int LARGEST = 1_000;

    @DictionaryEntries({
        "# ",
        "###### ",
        "\\x0a\\x0a",
        "- ",
        "1. ",
        "---",
        "```",
        "**",
        "__",
        "~~",
        "[a](b)",
        "![",
        "](",
        "<!--",
        "-->",
        "<b>",
        "|-|",
        "> ",
        "M. ",
        "n. ",
        "\\\\*",
        "l'ete"
    })
    @FuzzTest
    void anyTextIsSplitAndWeighed(FuzzedDataProvider data) {
        Language language = data.pickValue(Language.values());
        String type = data.consumeBoolean() ? "text/markdown" : "text/plain";
        String title = data.consumeString(20);
        String text = data.consumeRemainingAsString();
        List<PassageSplitter.Part> parts = PassageSplitter.split(title, type, language, text);

        for (PassageSplitter.Part part : parts) {
            assertThat(part.body()).isNotBlank().hasSizeLessThanOrEqualTo(LARGEST);
            SparseVector vector = LexicalWeights.ofPassage(title, part.heading(), part.body(), title, language);
            assertThat(vector.weights().values()).allMatch(weight -> weight > 0 && Float.isFinite(weight));
            assertThat(SparseVector.parse(vector.toText())).isEqualTo(vector);
        }
        assertThat(parts.stream().mapToLong(part -> part.body().length()).sum())
                .isLessThanOrEqualTo(3L * text.length());
    }
}
