package io.sylion.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Any bytes are refused or become text, and any text becomes rows that hold no more than it held. */
class QuestionTableFuzzTest {
    @DictionaryEntries({
        "Question;R\\xc3\\xa9ponse\\x0a",
        "q,a\\x0a",
        "\\\"",
        "\\\"\\\"",
        ";",
        ",",
        "\\x09",
        "\\x0d\\x0a",
        "\\xff\\xfe",
        "\\xef\\xbb\\xbf"
    })
    @FuzzTest
    void anyBytesAreReadOrRefused(FuzzedDataProvider data) {
        try {
            String text = PlainText.decoded(data.consumeRemainingAsBytes());
            assertThat(text.chars()).noneMatch(sign -> sign == 0);
            int held = QuestionTable.rows(text).stream()
                    .flatMap(List::stream)
                    .mapToInt(String::length)
                    .sum();
            assertThat(held).isLessThanOrEqualTo(text.length());
            QuestionTable.markdown(text);
        } catch (Unreadable e) {
            assertThat(e.problem()).isEqualTo(ReadingProblem.UNKNOWN_KIND);
        }
    }
}
