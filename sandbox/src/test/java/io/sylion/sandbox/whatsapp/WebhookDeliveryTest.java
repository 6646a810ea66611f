package io.sylion.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sylion.sandbox.SandboxServer;
import io.sylion.sandbox.http.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks arrive as a provider's do: signed, again until they are taken, a customer's in order. */
class WebhookDeliveryTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> taken = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer application;
    private SandboxServer sandbox;

    @BeforeEach
    void start() throws Exception {
        application = application(0);
        System.setProperty("sylion.sandbox.application-url", "http://127.0.0.1:" + port());
        sandbox = new SandboxServer(0);
    }

    @AfterEach
    void stop() throws Exception {
        sandbox.close();
        application.stop(0);
        System.clearProperty("sylion.sandbox.application-url");
    }

    @Test
    void aRefusedWebhookComesAgainAndTheNextOneWaitsForIt() throws Exception {
        refusals.set(1);
        writes("premier");
        writes("second");
        assertThat(text(next())).isEqualTo("premier");
        assertThat(text(next())).isEqualTo("second");
    }

    @Test
    void theApplicationMayRestart() throws Exception {
        writes("avant");
        assertThat(text(next())).isEqualTo("avant");
        int port = port();
        application.stop(0);
        writes("pendant");
        application = application(port);
        assertThat(text(next())).isEqualTo("pendant");
        writes("après");
        assertThat(text(next())).isEqualTo("après");
    }

    @Test
    void aDuplicateHasTheSameId() throws Exception {
        knobs("{\"duplicatePercent\": 100}");
        writes("bonjour");
        assertThat(message(next()).path("id")).isEqualTo(message(next()).path("id"));
    }

    @Test
    void statusesFollowASendInOrder() throws Exception {
        knobs("{\"statusDelayMillis\": 10}");
        businessWrites("Bonjour !");
        assertThat(List.of(status(next()), status(next()), status(next())))
                .containsExactly("sent", "delivered", "read");
    }

    @Test
    void statusesComeInDisorderWhenAskedFor() throws Exception {
        knobs("{\"statuses\": \"disordered\", \"disorderMillis\": 300}");
        businessWrites("Bonjour !");
        assertThat(List.of(status(next()), status(next()), status(next())))
                .containsExactly("read", "delivered", "sent");
    }

    @Test
    void acceptedAndFailedLater() throws Exception {
        knobs("{\"failCode\": 131047, \"failTimes\": 1, \"statusDelayMillis\": 10}");
        assertThat(businessWrites("Trop tard").statusCode()).isEqualTo(200);
        JsonNode failed = next().findValue("statuses").path(0);
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("errors").path(0).path("code").asInt()).isEqualTo(131047);
        assertThat(failed.path("biz_opaque_callback_data").asText()).isEqualTo("our-id");
    }

    @Test
    void refusedAtOnceWithTheStatusOfTheCode() throws Exception {
        knobs("{\"sendErrorCode\": 131056, \"sendErrorTimes\": 1}");
        assertThat(businessWrites("Trop vite").statusCode()).isEqualTo(429);
        assertThat(businessWrites("Encore").statusCode()).isEqualTo(200);
    }

    private void writes(String text) throws Exception {
        // as curl sends it: its body is no form, whatever the header says
        String address = api("/customers/amelie/messages?channel=555000111");
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                WireJson.object().put("text", text).toString()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> businessWrites(String text) throws Exception {
        var message = WireJson.object().put("messaging_product", "whatsapp").put("to", "33600000002");
        message.put("type", "text").put("biz_opaque_callback_data", "our-id");
        message.putObject("text").put("body", text);
        String address = "http://127.0.0.1:" + sandbox.port() + "/sandbox/graph/v26.0/555000111/messages";
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer any")
                        .POST(BodyPublishers.ofString(message.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private void knobs(String json) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(api("/knobs")))
                        .PUT(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private String api(String path) {
        return "http://127.0.0.1:" + sandbox.port() + "/sandbox/api" + path;
    }

    private JsonNode next() throws InterruptedException {
        JsonNode body = taken.poll(15, TimeUnit.SECONDS);
        assertThat(body).as("a webhook").isNotNull();
        return body;
    }

    private static JsonNode message(JsonNode body) {
        return body.findValue("messages").path(0);
    }

    private static String text(JsonNode body) {
        return message(body).path("text").path("body").asText();
    }

    private static String status(JsonNode body) {
        return body.findValue("statuses").path(0).path("status").asText();
    }

    private int port() {
        return application.getAddress().getPort();
    }

    private HttpServer application(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext("/hooks/whatsapp/cloud/demo-cloud", this::take);
        server.start();
        return server;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean signed = WebhookSignature.of("demo-app-secret", body)
                .equals(exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"));
        boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        exchange.sendResponseHeaders(!signed ? 401 : refused ? 503 : 200, -1);
        exchange.close();
        // after the answer: a webhook whose answer is lost comes again
        if (signed && !refused) {
            taken.add(WireJson.MAPPER.readTree(body));
        }
    }
}
