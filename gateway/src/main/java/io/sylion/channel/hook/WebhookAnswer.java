package io.sylion.channel.hook;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the outside gets to see: a status and at most one word. */
final class WebhookAnswer {
    private static final Logger LOG = Logger.getLogger(WebhookAnswer.class.getName());

    private WebhookAnswer() {}

    static void accept(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentLength(0);
    }

    static void refuse(HttpServletResponse response, Refusal reason) {
        switch (reason) {
            case RATE, BUSY, CHANNELS_UNAVAILABLE, BROKER, TIME_OUT -> response.setIntHeader("Retry-After", 1);
            // what was not read must not be taken for the next request
            case TOO_LARGE, BROKEN_OFF -> response.setHeader("Connection", "close");
            default -> {}
        }
        write(response, reason.status(), "application/json", "{\"error\":\"" + reason.label() + "\"}");
    }

    static void write(HttpServletResponse response, int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        try {
            response.getOutputStream().write(bytes);
        } catch (IOException e) {
            LOG.log(Level.FINE, "nobody hears the answer: {0}", e.getMessage());
        }
    }
}
