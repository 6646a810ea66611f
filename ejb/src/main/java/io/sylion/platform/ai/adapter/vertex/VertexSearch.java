package io.sylion.platform.ai.adapter.vertex;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auth.Retryable;
import com.google.auth.oauth2.GoogleCredentials;
import io.sylion.platform.ai.ManagedHit;
import io.sylion.platform.ai.ManagedQuery;
import io.sylion.platform.ai.ManagedSearch;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.ai.ModelSettings;
import io.sylion.platform.api.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Vertex AI Search (Discovery Engine) by its REST interface, as whom and how long like Gemini. */
public final class VertexSearch implements ManagedSearch {
    private static final int LARGEST_ANSWER = 4 << 20;
    private static final int LARGEST_PAGE = 100;

    /** Of each document: what answers is mostly in the first places. */
    private static final int SEGMENTS = 3;

    private final ModelSettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private GoogleCredentials credentials;

    /** What came back, whatever it says. */
    private record Answer(int status, byte[] body) {}

    /** More than can be meant. */
    private static final class TooLarge extends RuntimeException {}

    public VertexSearch(ModelSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<ManagedHit> search(ManagedQuery query) {
        Answer answer = ask(query, true);
        if (answer.status() == 400 && VertexSearchAnswer.status(answer.body()).equals("FAILED_PRECONDITION")) {
            // the standard edition refuses the whole question when it is asked for extracts
            answer = ask(query, false);
        }
        if (answer.status() != 200) {
            String status = VertexSearchAnswer.status(answer.body());
            throw ModelFailure.ofStatus(
                    answer.status(), ("Vertex AI Search answered " + answer.status() + " " + status).strip(), null);
        }
        return VertexSearchAnswer.hits(answer.body());
    }

    private Answer ask(ManagedQuery query, boolean extracts) {
        HttpRequest request = HttpRequest.newBuilder(address(settings, query))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .timeout(settings.timeLimit())
                .POST(BodyPublishers.ofByteArray(
                        Json.write(body(query, extracts)).getBytes(UTF_8)))
                .build();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        HttpResponse<Void> response = await(http.sendAsync(
                request,
                BodyHandlers.ofByteArrayConsumer(chunk -> chunk.ifPresent(bytes -> {
                    if (body.size() + bytes.length > LARGEST_ANSWER) {
                        throw new TooLarge();
                    }
                    body.writeBytes(bytes);
                }))));
        return new Answer(response.statusCode(), body.toByteArray());
    }

    static URI address(ModelSettings settings, ManagedQuery query) {
        String host = settings.baseAddress() != null
                ? settings.baseAddress().replaceFirst("/+$", "")
                : "https://" + (query.location().equals("global") ? "" : query.location() + "-")
                        + "discoveryengine.googleapis.com";
        return URI.create(host + "/v1/" + query.resource() + "/servingConfigs/" + settings.model() + ":search");
    }

    private static ObjectNode body(ManagedQuery query, boolean extracts) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("query", query.question());
        body.put("pageSize", Math.clamp(query.most(), 1, LARGEST_PAGE));
        if (query.language() != null) {
            body.put("languageCode", query.language());
        }
        ObjectNode content = body.putObject("contentSearchSpec");
        content.putObject("snippetSpec").put("returnSnippet", true);
        if (extracts) {
            content.putObject("extractiveContentSpec")
                    .put("maxExtractiveAnswerCount", 1)
                    .put("maxExtractiveSegmentCount", SEGMENTS);
        }
        body.putObject("queryExpansionSpec").put("condition", "AUTO");
        body.putObject("spellCorrectionSpec").put("mode", "AUTO");
        return body;
    }

    /** The machine's identity or the key of the file; the library keeps a token until it is about to expire. */
    private String token() {
        try {
            GoogleCredentials identity = identity();
            identity.refreshIfExpired();
            return identity.getAccessToken().getTokenValue();
        } catch (IOException e) {
            boolean passing = e instanceof Retryable failure && failure.isRetryable();
            throw new ModelFailure(
                    passing ? Kind.UNAVAILABLE : Kind.MISCONFIGURED, "no credentials for Vertex AI Search were got", e);
        }
    }

    private synchronized GoogleCredentials identity() throws IOException {
        if (credentials == null) {
            credentials = VertexClient.credentials(settings);
        }
        return credentials;
    }

    /** The limit holds for the whole call: a body that trickles in is an answer that does not come. */
    private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer) {
        try {
            return answer.get(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw late(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ModelFailure(Kind.UNAVAILABLE, "interrupted", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static ModelFailure failure(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof TooLarge) {
                return new ModelFailure(Kind.MALFORMED, "Vertex AI Search's answer is too large", cause);
            }
        }
        return cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)
                ? late(cause)
                : new ModelFailure(Kind.UNAVAILABLE, "the connection to Vertex AI Search failed", cause);
    }

    private static ModelFailure late(Throwable cause) {
        return new ModelFailure(Kind.TIMEOUT, "no answer of Vertex AI Search within the time limit", cause);
    }
}
