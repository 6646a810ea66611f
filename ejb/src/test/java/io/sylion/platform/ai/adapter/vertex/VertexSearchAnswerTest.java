package io.sylion.platform.ai.adapter.vertex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.ai.ManagedHit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of many kinds of stores. */
class VertexSearchAnswerTest {
    private static final String SEGMENTS =
            "\"extractive_segments\":[{\"content\":\" One. \",\"pageNumber\":\"2\"},{\"content\":\"Two.\"}]";
    private static final String ANSWERS = "\"extractive_answers\":[{\"content\":\"Answer.\",\"pageNumber\":2}]";
    private static final String SNIPPETS =
            "\"snippets\":[{\"snippet\":\"A <b>bold</b>&nbsp;word &amp; 2 &lt; 3 &#39;quoted&#39; &hellip; &odd;\",\"snippet_status\":\"SUCCESS\"}]";

    @Test
    void segmentsComeBeforeAnswersAndAnswersBeforeSnippets() {
        assertThat(only(derived(SNIPPETS, ANSWERS, SEGMENTS)).texts()).containsExactly("One.", "Two.");
        assertThat(only(derived(SNIPPETS, ANSWERS, "\"extractive_segments\":[]"))
                        .texts())
                .containsExactly("Answer.");
        assertThat(only(derived(SNIPPETS)).texts()).containsExactly("A bold word & 2 < 3 'quoted' … &odd;");
    }

    @Test
    void aSnippetThatCouldNotBeMadeIsNoText() {
        assertThat(
                        hits(
                                derived(
                                        "\"snippets\":[{\"snippet\":\"No snippet is available for this page.\",\"snippet_status\":\"NO_SNIPPET_AVAILABLE\"}]")))
                .isEmpty();
    }

    @Test
    void aDocumentIsNamedByWhatThereIs() {
        assertThat(only(derived("\"title\":\"Derived\",\"link\":\"gs://b/x.pdf\"", ANSWERS))
                        .title())
                .isEqualTo("Derived");
        assertThat(only(derived("\"link\":\"gs://b/folder/x.pdf\"", ANSWERS)).title())
                .isEqualTo("x.pdf");
        assertThat(only(derived(ANSWERS)).title()).isEqualTo("doc-1");
        assertThat(only("{\"id\":\"doc-1\",\"document\":{\"structData\":{\"title\":\"Own\"},\"derivedStructData\":{"
                                + ANSWERS + "}}}")
                        .title())
                .isEqualTo("Own");
    }

    @Test
    void anIdMayStandInTheNameAlone() {
        assertThat(only("{\"document\":{\"name\":\"projects/1/locations/eu/collections/default_collection/dataStores/d"
                                + "/branches/0/documents/doc-9\",\"derivedStructData\":{" + ANSWERS + "}}}")
                        .documentId())
                .isEqualTo("doc-9");
    }

    @Test
    void theScoreIsKeptWhenThereIsOne() {
        String result = derived(ANSWERS);
        assertThat(only(result).score()).isNull();
        assertThat(only(result.replaceFirst("\\{", "{\"modelScores\":{\"dotProduct(embedding)\":{\"values\":[0.59]}},"))
                        .score())
                .isEqualTo(0.59);
        assertThat(only(result.replaceFirst("\\{", "{\"modelScores\":{\"odd\":{\"values\":[\"high\"]}},"))
                        .score())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"text\"",
                "[]",
                "{}",
                "{\"id\":\"a\"}",
                "{\"id\":\"a\",\"document\":null}",
                "{\"id\":\"a\",\"document\":[{\"derivedStructData\":{}}]}",
                "{\"id\":\"a\",\"document\":{\"structData\":{\"text\":\"own fields are none of ours\"}}}",
                "{\"id\":\"a\",\"document\":{\"derivedStructData\":null}}",
                "{\"id\":\"a\",\"document\":{\"derivedStructData\":{\"extractive_segments\":\"none\",\"snippets\":{}}}}",
                "{\"id\":\"a\",\"document\":{\"derivedStructData\":{\"extractive_segments\":[null,7,{\"content\":7},{\"content\":\"  \"}]}}}",
                "{\"document\":{\"derivedStructData\":{\"extractive_answers\":[{\"content\":\"without an id\"}]}}}"
            })
    void aResultWithoutWhatWeNeedIsLeftOut(String odd) {
        assertThat(hits(odd + "," + derived("\"unheard_of\":{\"deep\":[1]}", SEGMENTS)))
                .extracting(ManagedHit::documentId)
                .containsExactly("doc-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"results\":null}", "{\"results\":[],\"totalSize\":0,\"summary\":{}}"})
    void nothingFoundIsAnAnswer(String body) {
        assertThat(VertexSearchAnswer.hits(body.getBytes(UTF_8))).isEmpty();
    }

    private static String derived(String... fields) {
        return "{\"id\":\"doc-1\",\"document\":{\"id\":\"doc-1\",\"derivedStructData\":{" + String.join(",", fields)
                + "}}}";
    }

    private static List<ManagedHit> hits(String results) {
        return VertexSearchAnswer.hits(("{\"results\":[" + results + "],\"attributionToken\":\"t\"}").getBytes(UTF_8));
    }

    private static ManagedHit only(String result) {
        List<ManagedHit> hits = hits(result);
        assertThat(hits).hasSize(1);
        return hits.getFirst();
    }
}
