package io.sylion.platform.ai.adapter.vertex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.genai.Client;
import com.google.genai.errors.ApiException;
import com.google.genai.errors.GenAiIOException;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.ai.ModelSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/** The SDK's client, set up so that it surprises nobody: a time limit, no retries of its own, failures in our words. */
final class VertexClient {
    private static final List<String> SCOPES = List.of("https://www.googleapis.com/auth/cloud-platform");

    private VertexClient() {}

    static Client open(ModelSettings settings) {
        HttpOptions.Builder http = HttpOptions.builder()
                .apiVersion("v1")
                // the limit holds for the whole call; without it there is none
                .timeout((int) settings.timeLimit().toMillis())
                .retryOptions(HttpRetryOptions.builder().attempts(1).build());
        if (settings.baseAddress() != null) {
            http.baseUrl(settings.baseAddress());
        }
        if (settings.project() == null) {
            throw new ModelFailure(Kind.MISCONFIGURED, "sylion.ai.project must be set");
        }
        try {
            return Client.builder()
                    .vertexAI(true)
                    .project(settings.project())
                    .location(settings.location())
                    .credentials(credentials(settings))
                    .httpOptions(http.build())
                    .clientOptions(ClientOptions.builder()
                            .maxConnections(settings.concurrency())
                            .maxConnectionsPerHost(settings.concurrency())
                            .build())
                    .build();
        } catch (IOException e) {
            throw new ModelFailure(Kind.MISCONFIGURED, "the credentials for Vertex AI cannot be read", e);
        }
    }

    /** A stand-in gets no real ones. */
    static GoogleCredentials credentials(ModelSettings settings) throws IOException {
        if (settings.isStandIn()) {
            return GoogleCredentials.create(
                    new AccessToken("stand-in", Date.from(Instant.parse("2999-01-01T00:00:00Z"))));
        }
        if (settings.credentialsFile() == null) {
            return GoogleCredentials.getApplicationDefault().createScoped(SCOPES);
        }
        try (InputStream in = Files.newInputStream(settings.credentialsFile())) {
            return GoogleCredentials.fromStream(in).createScoped(SCOPES);
        }
    }

    /** Runs a call of the SDK and turns what it throws into our failure. */
    static <T> T call(Supplier<T> work) {
        try {
            return work.get();
        } catch (ApiException e) {
            throw ModelFailure.ofStatus(e.code(), "Vertex AI answered " + e.code() + " " + e.status(), e);
        } catch (GenAiIOException e) {
            throw lost(e);
        } catch (IllegalArgumentException e) {
            throw new ModelFailure(Kind.MALFORMED, "Vertex AI's answer cannot be read", e);
        }
    }

    private static ModelFailure lost(GenAiIOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedIOException) {
                return new ModelFailure(Kind.TIMEOUT, "no answer of Vertex AI within the time limit", failure);
            }
            if (cause instanceof JsonProcessingException && !(cause instanceof JsonEOFException)) {
                return new ModelFailure(Kind.MALFORMED, "Vertex AI's answer cannot be read", failure);
            }
        }
        return new ModelFailure(Kind.UNAVAILABLE, "the connection to Vertex AI failed", failure);
    }
}
