package io.sylion.platform.ai.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.sylion.platform.api.Json;

/** Whatever a customer asks and a page says, the local model quotes the page or says nothing. */
class QuestionFuzzTest {
    private final ExtractiveChatModel model = new ExtractiveChatModel();

    @DictionaryEntries({"bonjour", "combien", "quand", "livraison", "how much", "delivery", "M. ", "l'", "?", "\\x0a"})
    @FuzzTest
    void anyQuestionIsAnsweredOrNot(FuzzedDataProvider data) throws Exception {
        ObjectNode prompt = Json.mapper().createObjectNode();
        prompt.put("language", data.consumeBoolean() ? "fr" : "en");
        prompt.put("question", data.consumeString(300));
        prompt.putArray("passages")
                .addObject()
                .put("id", "p1")
                .put("title", "Livraison")
                .put("text", "La livraison prend deux jours.\n" + data.consumeRemainingAsString());
        String said = model.chat(ChatRequest.builder()
                        .messages(UserMessage.from(Json.write(prompt)))
                        .build())
                .aiMessage()
                .text();
        JsonNode answer = Json.mapper().readTree(said);

        assertThat(answer.path("confidence").asDouble(-1)).isBetween(0.0, 1.0);
        assertThat(answer.path("answer").asText().isEmpty())
                .isEqualTo(answer.path("citations").isEmpty());
    }
}
