package io.sylion.platform.storage.adapter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A bucket behind HTTP on this machine, for one dialect; answers can be put before it that it gives first. */
public abstract class BucketStandIn implements AutoCloseable {
    protected final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Deque<Integer> troubles = new ArrayDeque<>();
    private final HttpServer server;
    private int calls;

    protected BucketStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                Integer trouble = trouble();
                if (trouble == null) {
                    answer(exchange, exchange.getRequestBody().readAllBytes());
                } else {
                    exchange.sendResponseHeaders(trouble, -1);
                }
            }
        });
        server.start();
    }

    /** Answers one call whose body was read. */
    protected abstract void answer(HttpExchange exchange, byte[] body) throws IOException;

    private synchronized Integer trouble() {
        calls++;
        return troubles.poll();
    }

    public synchronized void answerFirst(Integer... statuses) {
        troubles.addAll(List.of(statuses));
    }

    public synchronized int calls() {
        return calls;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    protected static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    protected static void send(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        send(exchange, status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
