package io.sylion.platform.ai.adapter.vertex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sylion.platform.ai.ManagedHit;
import io.sylion.platform.ai.ManagedQuery;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.ai.ModelSettings;
import io.sylion.platform.api.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent to Vertex AI Search, and what becomes of whatever comes back. */
class VertexSearchTest {
    private static final String RESOURCE =
            "projects/shop-1/locations/eu/collections/default_collection/engines/help-desk";
    private static final ManagedQuery QUERY = new ManagedQuery("eu", RESOURCE, "délais ?", "fr", 6);

    /** One answer of the server. */
    private record Told(int status, String body) {}

    private final Deque<Told> answers = new ArrayDeque<>();
    private final List<JsonNode> asked = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private HttpServer server;
    private ExecutorService threads;
    private Duration limit = Duration.ofSeconds(5);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        paths.add(exchange.getRequestURI().toString());
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        asked.add(Json.mapper().readTree(exchange.getRequestBody()));
        Told told = answers.isEmpty() ? new Told(200, "{}") : answers.poll();
        byte[] body = told.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(told.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Test
    void theQuestionGoesToTheStoreWithoutRealCredentials() {
        assertThat(search().search(QUERY)).isEmpty();
        assertThat(paths).containsExactly("/v1/" + RESOURCE + "/servingConfigs/default_search:search");
        assertThat(authorizations).containsExactly("Bearer stand-in");
        JsonNode body = asked.getFirst();
        assertThat(body.path("query").asText()).isEqualTo("délais ?");
        assertThat(body.path("pageSize").asInt()).isEqualTo(6);
        assertThat(body.path("languageCode").asText()).isEqualTo("fr");
        JsonNode content = body.path("contentSearchSpec");
        assertThat(content.path("snippetSpec").path("returnSnippet").asBoolean())
                .isTrue();
        assertThat(content.path("extractiveContentSpec")
                        .path("maxExtractiveSegmentCount")
                        .asInt())
                .isPositive();
        assertThat(body.path("queryExpansionSpec").path("condition").asText()).isEqualTo("AUTO");
        assertThat(body.path("spellCorrectionSpec").path("mode").asText()).isEqualTo("AUTO");
        assertThat(body.has("userPseudoId")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "global, https://discoveryengine.googleapis.com/",
        "eu, https://eu-discoveryengine.googleapis.com/",
        "us, https://us-discoveryengine.googleapis.com/"
    })
    void eachLocationHasItsHost(String location, String host) {
        ModelSettings google = new ModelSettings("vertex", "default_search", null, null, null, null, null, 0, limit, 1);
        assertThat(VertexSearch.address(google, new ManagedQuery(location, RESOURCE, "?", null, 1)))
                .hasToString(host + "v1/" + RESOURCE + "/servingConfigs/default_search:search");
    }

    @Test
    void aStoreOfTheStandardEditionIsAskedAgainWithoutExtracts() {
        answers.add(
                new Told(
                        400,
                        "{\"error\":{\"code\":400,\"message\":\"Cannot use enterprise edition features\",\"status\":\"FAILED_PRECONDITION\"}}"));
        answers.add(new Told(200, """
                {"results":[{"id":"a","document":{"derivedStructData":{"snippets":[{"snippet":"Deux jours."}]}}}]}"""));
        assertThat(search().search(QUERY)).extracting(ManagedHit::texts).containsExactly(List.of("Deux jours."));
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast().path("contentSearchSpec").has("extractiveContentSpec"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_ARGUMENT, MISCONFIGURED, false",
        "401, UNAUTHENTICATED, MISCONFIGURED, false",
        "403, PERMISSION_DENIED, MISCONFIGURED, false",
        "404, NOT_FOUND, MISCONFIGURED, false",
        "429, RESOURCE_EXHAUSTED, RATE_LIMITED, true",
        "500, INTERNAL, UNAVAILABLE, true",
        "503, UNAVAILABLE, UNAVAILABLE, true",
        "504, DEADLINE_EXCEEDED, TIMEOUT, true"
    })
    void anErrorIsAFailureThatSaysNothingOfTheQuestion(int status, String name, Kind kind, boolean repeatable) {
        answers.add(new Told(
                status,
                "[{\"error\":{\"code\":" + status + ",\"message\":\"délais ?\",\"status\":\"" + name + "\"}}]"));
        assertThatThrownBy(() -> search().search(QUERY)).isInstanceOfSatisfying(ModelFailure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.repeatable()).isEqualTo(repeatable);
            assertThat(failure).hasMessage("Vertex AI Search answered " + status + " " + name);
        });
    }

    @ParameterizedTest
    @CsvSource({"502, <html>Bad gateway</html>", "418, ''", "500, '{\"error\":{\"status\":\"so <b>odd</b>\"}}'"})
    void anErrorInAnotherFormIsOneToo(int status, String body) {
        answers.add(new Told(status, body));
        assertThatThrownBy(() -> search().search(QUERY))
                .isInstanceOf(ModelFailure.class)
                .hasMessage("Vertex AI Search answered " + status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"results\":[{\"id\":\"a\"",
                "<html>Welcome</html>",
                "[]",
                "7",
                "{\"results\":{\"id\":\"a\"}}",
                "''"
            })
    void whatIsNoAnswerIsMalformed(String body) {
        answers.add(new Told(200, body));
        fails(Kind.MALFORMED);
    }

    @Test
    void anEndlessAnswerIsNotRead() {
        answers.add(new Told(200, "{\"a\":\"" + "x".repeat(5 << 20) + "\"}"));
        fails(Kind.MALFORMED);
    }

    @Test
    void aBodyThatTricklesInIsNoAnswer() {
        limit = Duration.ofMillis(400);
        server.removeContext("/");
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            try {
                while (true) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        fails(Kind.TIMEOUT);
    }

    @Test
    void aServerThatIsNotThereIsAway() throws IOException {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        fails(search(nobody), Kind.UNAVAILABLE);
    }

    private void fails(Kind kind) {
        fails(search(), kind);
    }

    private static void fails(VertexSearch search, Kind kind) {
        assertThatThrownBy(() -> search.search(QUERY))
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private VertexSearch search() {
        return search(server.getAddress().getPort());
    }

    /** The key's file is not there: a stand-in must not make anybody look for it. */
    private VertexSearch search(int port) {
        String base = "http://127.0.0.1:" + port + "/";
        return new VertexSearch(new ModelSettings(
                "vertex", "default_search", null, null, base, Path.of("/not/there"), null, 0, limit, 4));
    }
}
