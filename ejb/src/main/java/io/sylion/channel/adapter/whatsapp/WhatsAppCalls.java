package io.sylion.channel.adapter.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Timer;
import io.sylion.channel.api.ChannelAccount;
import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.api.ProviderFailure.Remedy;
import io.sylion.channel.domain.ChannelProvider;
import io.sylion.platform.api.Json;
import io.sylion.platform.guard.CircuitBreaker;
import io.sylion.platform.guard.CircuitOpen;
import io.sylion.platform.guard.Circuits;
import io.sylion.platform.measure.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Every call to WhatsApp: kept connections, one bound on the whole call, a circuit breaker per host, a timer per outcome. */
@ApplicationScoped
class WhatsAppCalls {
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final String USER_AGENT = "Sylion/1";

    /** Calls that are one figure. */
    private record Measured(ChannelProvider provider, String operation, String outcome) {}

    /** What to do with a 200. */
    @FunctionalInterface
    interface Reader<T> {
        T read(InputStream body) throws IOException;
    }

    @Inject
    WhatsAppSettings settings;

    @Inject
    Meters meters;

    @Inject
    Circuits circuits;

    @Inject
    Clock clock;

    private final ConcurrentMap<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final ConcurrentMap<Measured, Timer> timers = new ConcurrentHashMap<>();
    private HttpClient http;
    private ScheduledExecutorService timer;

    @PostConstruct
    void open() {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("whatsapp-timeout").factory());
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        http.shutdownNow();
    }

    /** A call that is answered by JSON. */
    JsonNode json(ChannelAccount account, String operation, HttpRequest.Builder request) {
        return call(account, operation, request, settings.timeout(), WhatsAppCalls::readJson);
    }

    /** A call that moves a file up and is answered by JSON. */
    JsonNode upload(ChannelAccount account, HttpRequest.Builder request) {
        return call(account, "upload", request, settings.mediaTimeout(), WhatsAppCalls::readJson);
    }

    /** A call that moves a file down. */
    <T> T download(ChannelAccount account, HttpRequest.Builder request, Reader<T> reader) {
        return call(account, "download", request, settings.mediaTimeout(), reader);
    }

    private static JsonNode readJson(InputStream body) throws IOException {
        return Json.mapper().readTree(body.readNBytes(LARGEST_ANSWER));
    }

    private <T> T call(
            ChannelAccount account, String operation, HttpRequest.Builder builder, Duration limit, Reader<T> reader) {
        HttpRequest request =
                builder.header("User-Agent", USER_AGENT).timeout(limit).build();
        CircuitBreaker breaker = breaker(account);
        long began = System.nanoTime();
        String outcome = "error";
        try {
            enter(breaker);
            T result = exchange(request, limit, reader);
            breaker.succeeded();
            outcome = "ok";
            return result;
        } catch (ProviderFailure e) {
            outcome = e.remedy().name().toLowerCase(Locale.ROOT);
            judge(breaker, e);
            throw e;
        } finally {
            timers.computeIfAbsent(new Measured(account.provider(), operation, outcome), this::timer)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(Measured calls) {
        return meters.timer(
                "sylion.channel.provider.call",
                "calls to providers",
                "provider",
                calls.provider().name().toLowerCase(Locale.ROOT),
                "operation",
                calls.operation(),
                "outcome",
                calls.outcome());
    }

    private static void enter(CircuitBreaker breaker) {
        try {
            breaker.enter();
        } catch (CircuitOpen e) {
            throw new ProviderFailure(Remedy.RETRY, "circuit-open", e.getMessage(), e.remaining(), false);
        }
    }

    /** A refusal is an answer: the host is well. */
    private static void judge(CircuitBreaker breaker, ProviderFailure failure) {
        switch (failure.code()) {
            case "circuit-open" -> {}
            case "timeout",
                    "unreachable",
                    "connection-lost",
                    "http-500",
                    "http-502",
                    "http-503",
                    "http-504",
                    "2",
                    "131016" -> breaker.failed();
            default -> breaker.succeeded();
        }
    }

    private CircuitBreaker breaker(ChannelAccount account) {
        return breakers.computeIfAbsent(account.provider() + " " + account.baseUrl(), this::newBreaker);
    }

    private CircuitBreaker newBreaker(String host) {
        CircuitBreaker breaker = new CircuitBreaker(host, settings.breakerFailures(), settings.breakerPause(), clock);
        circuits.register(host, breaker::isOpen);
        return breaker;
    }

    private <T> T exchange(HttpRequest request, Duration limit, Reader<T> reader) {
        long deadline = System.nanoTime() + limit.toNanos();
        HttpResponse<InputStream> response = await(http.sendAsync(request, BodyHandlers.ofInputStream()), limit);
        long left = Math.max(1, deadline - System.nanoTime());
        try (InputStream body = response.body()) {
            ScheduledFuture<?> end = timer.schedule(() -> closeQuietly(body), left, TimeUnit.NANOSECONDS);
            try {
                if (response.statusCode() / 100 != 2) {
                    throw WhatsAppErrors.read(
                            response.statusCode(),
                            body.readNBytes(LARGEST_ANSWER),
                            response.headers().firstValue("Retry-After").orElse(null),
                            clock.instant());
                }
                return reader.read(body);
            } finally {
                end.cancel(false);
            }
        } catch (IOException e) {
            boolean late = System.nanoTime() >= deadline;
            throw late ? timeout(e) : lost(e);
        }
    }

    private static HttpResponse<InputStream> await(
            CompletableFuture<HttpResponse<InputStream>> answer, Duration limit) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw timeout(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw timeout(e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static ProviderFailure failure(Throwable cause) {
        // also a HttpConnectTimeoutException: nothing was written
        if (cause instanceof ConnectException || cause instanceof java.net.http.HttpConnectTimeoutException) {
            return caused(
                    new ProviderFailure(Remedy.RETRY, "unreachable", "the provider cannot be reached", null, false),
                    cause);
        }
        return cause instanceof java.net.http.HttpTimeoutException ? timeout(cause) : lost(cause);
    }

    private static ProviderFailure timeout(Throwable cause) {
        return caused(
                new ProviderFailure(Remedy.RETRY, "timeout", "the provider did not answer in time", null, true), cause);
    }

    private static ProviderFailure lost(Throwable cause) {
        return caused(
                new ProviderFailure(
                        Remedy.RETRY, "connection-lost", "the connection broke before a whole answer came", null, true),
                cause);
    }

    private static ProviderFailure caused(ProviderFailure failure, Throwable cause) {
        failure.initCause(cause);
        return failure;
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // the reader learns of it
        }
    }
}
