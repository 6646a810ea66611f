package io.sylion.channel.hook;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What the outside gets to see: a status and at most one word. */
final class WebhookAnswer {
    private static final HttpString TYPE_OPTIONS = new HttpString("X-Content-Type-Options");

    private WebhookAnswer() {}

    static void accept(HttpServerExchange http) {
        http.setStatusCode(StatusCodes.OK);
        http.setResponseContentLength(0);
        http.endExchange();
    }

    static void refuse(HttpServerExchange http, Refusal reason) {
        switch (reason) {
            case RATE, BUSY, CHANNELS_UNAVAILABLE, BROKER, TIME_OUT ->
                http.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
            // what was not read must not be taken for the next request
            case TOO_LARGE, BROKEN_OFF -> http.setPersistent(false);
            default -> {}
        }
        write(http, reason.status(), "application/json", "{\"error\":\"" + reason.label() + "\"}");
    }

    static void write(HttpServerExchange http, int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HeaderMap headers = http.getResponseHeaders();
        http.setStatusCode(status);
        headers.put(Headers.CONTENT_TYPE, type);
        headers.put(TYPE_OPTIONS, "nosniff");
        headers.put(Headers.CACHE_CONTROL, "no-store");
        http.setResponseContentLength(bytes.length);
        // the sender ends the exchange when all is written
        http.getResponseSender().send(ByteBuffer.wrap(bytes));
    }
}
