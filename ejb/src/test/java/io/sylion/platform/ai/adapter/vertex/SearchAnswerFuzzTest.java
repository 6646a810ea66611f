package io.sylion.platform.ai.adapter.vertex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.platform.ai.ManagedHit;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.api.Json;

/** Whatever a managed search answers, it is no answer or documents with an id, a title and words. */
class SearchAnswerFuzzTest {
    @DictionaryEntries({
        "{\"results\":[",
        "\"document\":{",
        "\"derivedStructData\":{",
        "\"extractive_segments\":[{\"content\":\"",
        "\"snippets\":[{\"snippet\":\"",
        "&#1114112;",
        "<b>",
        "\"modelScores\":{\"a\":{\"values\":[1e400]}}"
    })
    @FuzzTest
    void anyAnswerIsReadOrAFailure(FuzzedDataProvider data) {
        if (data.consumeBoolean()) {
            check(data.consumeRemainingAsBytes());
        } else {
            ObjectNode answer = Json.mapper().createObjectNode();
            ObjectNode derived = answer.putArray("results")
                    .addObject()
                    .put("id", data.consumeString(10))
                    .putObject("document")
                    .put("name", data.consumeString(10))
                    .putObject("derivedStructData")
                    .put("title", data.consumeString(10));
            derived.putArray("snippets").addObject().put("snippet", data.consumeRemainingAsString());
            check(Json.write(answer).getBytes(UTF_8));
        }
    }

    private static void check(byte[] body) {
        assertThat(VertexSearchAnswer.status(body)).matches("[A-Z_]*");
        try {
            for (ManagedHit hit : VertexSearchAnswer.hits(body)) {
                assertThat(hit.documentId()).isNotEmpty();
                assertThat(hit.title()).isNotEmpty();
                assertThat(hit.texts()).isNotEmpty().noneMatch(String::isBlank);
            }
        } catch (ModelFailure e) {
            assertThat(e.kind()).isEqualTo(ModelFailure.Kind.MALFORMED);
        }
    }
}
