package io.sylion.sandbox.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What became of one request: a status and a body, or a failure. Times are of {@link System#nanoTime()}. */
public record HttpAnswer(int status, byte[] body, IOException failure, long startNanos, long endNanos) {

    public boolean accepted() {
        return failure == null && status == 200;
    }

    public long millis() {
        return (endNanos - startNanos) / 1_000_000;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
