package io.sylion.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Reading requests and writing answers, the few lines that all stand-ins share. */
public final class HttpExchanges {
    private static final int HOLD_MILLIS = 90_000;

    private HttpExchanges() {}

    public static byte[] body(HttpServletRequest request, int limit) throws IOException {
        int length = request.getContentLength();
        if (length >= 0 && length <= limit) {
            // a known length spares the growing buffers
            byte[] body = new byte[length];
            return request.getInputStream().readNBytes(body, 0, length) == length ? body : new byte[0];
        }
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new IOException("request body over " + limit + " bytes");
        }
        return body;
    }

    /** The request's JSON object, or null when it is none. */
    public static JsonNode json(HttpServletRequest request) throws IOException {
        try {
            JsonNode node = WireJson.MAPPER.readTree(body(request, 8 << 20));
            return node != null && node.isContainerNode() ? node : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** A parameter of the address, or null. The container's own look-up would swallow a body that curl calls a form. */
    public static String query(HttpServletRequest request, String name) {
        String query = request.getQueryString();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals >= 0 && pair.substring(0, equals).equals(name)) {
                return URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    public static void write(HttpServletResponse response, int status, byte[] json) throws IOException {
        write(response, status, "application/json; charset=UTF-8", json);
    }

    public static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    public static void write(HttpServletResponse response, int status, JsonNode json) throws IOException {
        write(response, status, WireJson.bytes(json));
    }

    /** The parts of the path behind the servlet's own. */
    public static List<String> path(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null
                ? List.of()
                : Stream.of(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    /** Ends the connection in the middle of an answer: the caller cannot know what became of its request. */
    public static void cut(HttpServletResponse response) {
        try {
            response.setContentType("application/json");
            response.setContentLength(4096);
            response.getOutputStream().write('{');
            response.flushBuffer();
            response.getOutputStream().close();
        } catch (IOException e) {
            // the wish was a broken connection
        }
    }

    /** Leaves the request unanswered until the caller gives up or 90 s have gone. */
    public static void hold(HttpServletRequest request) {
        AsyncContext held = request.startAsync();
        held.setTimeout(HOLD_MILLIS);
    }
}
