package io.sylion.assistant.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sylion.knowledge.api.RetrievedPassage;
import io.sylion.platform.api.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Whatever a model answers, it is no answer or one that can be stored and sent and cites what it was given. */
class ModelAnswerFuzzTest {
    private static final UUID PASSAGE = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final List<RetrievedPassage> GIVEN =
            List.of(new RetrievedPassage(PASSAGE, PASSAGE, "livraison", "Livraison", "Deux jours.", 0.5, List.of()));

    @DictionaryEntries({
        "{\"answer\":\"",
        "\"citations\":[\"01900000-0000-7000-8000-000000000001\"]",
        "\"confidence\":",
        "1e400",
        "\"NaN\"",
        "\"escalate\":",
        "\\\\ud83d",
        "\\\\u0000"
    })
    @FuzzTest
    void anyAnswerIsReadOrAFailure(FuzzedDataProvider data) {
        if (data.consumeBoolean()) {
            check(data.consumeRemainingAsString());
        } else {
            ObjectNode answer = Json.mapper().createObjectNode();
            answer.put("confidence", data.consumeBoolean() ? data.consumeString(6) : "" + data.consumeDouble());
            answer.put("escalate", data.consumeString(5));
            answer.putArray("citations").add(PASSAGE.toString()).add(data.consumeString(36));
            answer.put("answer", data.consumeRemainingAsString());
            check(Json.write(answer));
        }
    }

    private static void check(String text) {
        if (text.isBlank()) {
            return;
        }
        ReplyDraft draft;
        try {
            draft = ReplyWriter.read(
                    AssistantFixtures.assistant(PASSAGE),
                    ChatResponse.builder().aiMessage(AiMessage.from(text)).build(),
                    GIVEN,
                    "model",
                    1,
                    1);
        } catch (JsonProcessingException e) {
            return;
        }
        assertThat(draft.answer() == null).isEqualTo(draft.failure() != null);
        assertThat(draft.confidence()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(draft.citations()).isSubsetOf(PASSAGE);
        if (draft.answer() != null) {
            assertThat(draft.answer()).hasSizeLessThanOrEqualTo(4096);
            assertThat(draft.answer().codePoints()).allMatch(ModelAnswerFuzzTest::isText);
        }
    }

    private static boolean isText(int c) {
        return c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }
}
