package io.sylion.platform.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.guard.CircuitBreaker;
import io.sylion.platform.measure.Meters;
import io.sylion.platform.test.Installation;
import io.sylion.platform.test.Sandbox;
import io.sylion.platform.test.Web;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider's adapter does with good and bad answers, against stand-ins over HTTP. */
class ModelContractIT {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    @AfterEach
    void heal() throws Exception {
        Sandbox.healthy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vertex", "openai"})
    void answersInTheFormThatWasAskedFor(String provider) throws Exception {
        ChatResponse response = chat(provider).chat(request("Quels sont vos délais ?"));
        JsonNode answer = Web.JSON.readTree(response.aiMessage().text());
        assertThat(answer.path("answer").asText()).contains("deux à quatre jours");
        assertThat(answer.path("citations").path(0).asText()).isEqualTo("p-1");
        assertThat(answer.path("confidence").asDouble()).isBetween(0.1, 1.0);
        assertThat(answer.path("escalate").isBoolean()).isTrue();
        assertThat(response.tokenUsage().inputTokenCount()).isPositive();
        assertThat(response.tokenUsage().outputTokenCount()).isPositive();
        assertThat(meters.get("sylion.ai.call")
                        .tag("outcome", "answered")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "vertex, blocked, BLOCKED",
        "vertex, safety, BLOCKED",
        "vertex, max-tokens, TRUNCATED",
        "vertex, malformed, MALFORMED",
        "vertex, function-call, MALFORMED",
        "vertex, cut, UNAVAILABLE",
        "vertex, timeout, TIMEOUT",
        "openai, blocked, BLOCKED",
        "openai, safety, BLOCKED",
        "openai, max-tokens, TRUNCATED",
        "openai, malformed, MALFORMED",
        "openai, function-call, MALFORMED",
        "openai, cut, UNAVAILABLE",
        "openai, timeout, TIMEOUT",
    })
    void saysWhatWentWrong(String provider, String fault, Kind kind) {
        ModelSettings settings = settings(provider, "gemini-3.5-flash", Duration.ofSeconds(2));
        ChatModel model = new GuardedChatModel(ModelProducer.chat(settings), guard(settings));
        ModelFailure failure =
                catchThrowableOfType(ModelFailure.class, () -> model.chat(request("Quels délais ? sandbox:" + fault)));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.getMessage()).doesNotContain("délais");
    }

    @ParameterizedTest
    @CsvSource({
        "vertex, model429, RATE_LIMITED",
        "vertex, model500, UNAVAILABLE",
        "vertex, model503, UNAVAILABLE",
        "openai, model429, RATE_LIMITED",
        "openai, model500, UNAVAILABLE",
        "openai, model503, UNAVAILABLE",
    })
    void aPassingFaultIsTriedAgainAndALastingOneGivenUp(String provider, String knob, Kind kind) throws Exception {
        Sandbox.knobs(knob, 2);
        assertThat(chat(provider).chat(request("Quels délais ?")).aiMessage().text())
                .contains("deux à quatre jours");
        Sandbox.knobs(knob, -1);
        assertThat(failure(provider, "Quels délais ?").kind()).isEqualTo(kind);
    }

    @Test
    void aModelThatIsGoneIsAMatterForAPerson() {
        ModelSettings retired = settings("vertex", "gemini-2.0-flash", Duration.ofSeconds(20));
        ChatModel model = new GuardedChatModel(ModelProducer.chat(retired), guard(retired));
        ModelFailure failure =
                catchThrowableOfType(ModelFailure.class, () -> model.chat(request("Quels sont vos délais ?")));
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure.repeatable()).isFalse();
    }

    @Test
    void aServerThatIsAwayIsUnavailable() {
        ModelSettings away = new ModelSettings(
                "vertex", "gemini", "p", "global", "http://127.0.0.1:9", null, null, 0, Duration.ofSeconds(3), 4);
        ChatModel model = new GuardedChatModel(ModelProducer.chat(away), guard(away));
        ModelFailure failure =
                catchThrowableOfType(ModelFailure.class, () -> model.chat(request("Quels sont vos délais ?")));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void afterFailuresInARowTheProviderIsLeftAlone() throws Exception {
        Sandbox.knobs("model503", -1);
        ChatModel model = chat("vertex");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> model.chat(request("Quels délais ?"))).isInstanceOf(ModelFailure.class);
        }
        Sandbox.healthy();
        ModelFailure failure = catchThrowableOfType(ModelFailure.class, () -> model.chat(request("Quels délais ?")));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.getMessage()).contains("left alone");
    }

    @ParameterizedTest
    @CsvSource({
        "vertex, gemini-embedding-001, 256",
        "vertex, text-multilingual-embedding-002, 768",
        "vertex, gemini-embedding-2, 768",
        "openai, text-embedding-3-small, 512",
    })
    void vectorsHaveTheLengthAskedForAndKeepTheOrder(String provider, String name, int dimension) {
        ModelSettings settings = new ModelSettings(
                provider, name, "p", "global", address(provider), null, "key", dimension, Duration.ofSeconds(20), 4);
        EmbeddingModel model = new GuardedEmbeddingModel(ModelProducer.embedding(settings), settings, guard(settings));
        List<Embedding> vectors = model.embedAll(List.of(
                        TextSegment.from("livraison en France"),
                        TextSegment.from("remboursement"),
                        TextSegment.from("livraison en France")))
                .content();
        assertThat(vectors).hasSize(3).allSatisfy(vector -> {
            assertThat(vector.dimension()).isEqualTo(dimension);
            double square = 0;
            for (float each : vector.vector()) {
                square += each * each;
            }
            assertThat(square).isBetween(0.999, 1.001);
        });
        assertThat(vectors.get(0)).isEqualTo(vectors.get(2)).isNotEqualTo(vectors.get(1));
    }

    /** More texts than a call may have, and more tokens. */
    @ParameterizedTest
    @CsvSource({"300, 100", "30, 5000", "2, 90000"})
    void asManyTextsAreAskedForTogetherAsOneCallMayHave(int number, int length) {
        ModelSettings settings = new ModelSettings(
                "vertex",
                "text-multilingual-embedding-002",
                "p",
                "global",
                address("vertex"),
                null,
                null,
                64,
                Duration.ofSeconds(20),
                4);
        EmbeddingModel model = new GuardedEmbeddingModel(ModelProducer.embedding(settings), settings, guard(settings));
        List<TextSegment> texts = IntStream.range(0, number)
                .mapToObj(i -> TextSegment.from("article" + i + " ".repeat(length)))
                .toList();
        List<Embedding> vectors = model.embedAll(texts).content();
        assertThat(vectors).hasSize(number);
        assertThat(vectors.getLast())
                .isEqualTo(model.embed("article" + (number - 1)).content())
                .isNotEqualTo(vectors.getFirst());
    }

    private ModelFailure failure(String provider, String question) {
        ChatModel model = chat(provider);
        return catchThrowableOfType(ModelFailure.class, () -> model.chat(request(question)));
    }

    private ChatModel chat(String provider) {
        ModelSettings settings = settings(provider, "gemini-3.5-flash", Duration.ofSeconds(20));
        return new GuardedChatModel(ModelProducer.chat(settings), guard(settings));
    }

    private ModelGuard guard(ModelSettings settings) {
        CircuitBreaker breaker = new CircuitBreaker("test", 8, Duration.ofSeconds(15), Clock.systemUTC());
        return new ModelGuard("answer", settings, breaker, new Meters(meters), Duration.ofMillis(20));
    }

    private static ModelSettings settings(String provider, String model, Duration timeLimit) {
        return new ModelSettings(provider, model, "p", "europe-west1", address(provider), null, "key", 0, timeLimit, 4);
    }

    private static String address(String provider) {
        return Installation.address() + "/sandbox/" + (provider.equals("openai") ? "openai/v1" : "vertex");
    }

    private static ChatRequest request(String question) {
        ObjectNode document =
                Web.JSON.createObjectNode().put("question", question).put("language", "fr");
        document.putArray("passages")
                .addObject()
                .put("id", "p-1")
                .put("title", "Livraison")
                .put("text", "Nous livrons en deux à quatre jours.");
        return ChatRequest.builder()
                .messages(SystemMessage.from("Réponds en français."), UserMessage.from(document.toString()))
                .temperature(0.2)
                .maxOutputTokens(256)
                .responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder()
                                .name("reply")
                                .rootElement(JsonObjectSchema.builder()
                                        .addStringProperty("answer")
                                        .addProperty(
                                                "citations",
                                                JsonArraySchema.builder()
                                                        .items(new JsonStringSchema())
                                                        .build())
                                        .addNumberProperty("confidence")
                                        .addBooleanProperty("escalate")
                                        .required("answer", "citations", "confidence", "escalate")
                                        .build())
                                .build())
                        .build())
                .build();
    }
}
