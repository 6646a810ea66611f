package io.sylion.platform.storage.adapter.gcs;

import com.sun.net.httpserver.HttpExchange;
import io.sylion.platform.storage.adapter.BucketStandIn;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Answers as the JSON API of Google Cloud Storage does; numbers of 64 bits are texts there. */
class GcsStandIn extends BucketStandIn {
    private final String upload;
    private final String objectPath;

    GcsStandIn(String bucket) throws IOException {
        this.upload = "/upload/storage/v1/b/" + bucket + "/o?uploadType=media&name=";
        this.objectPath = "/storage/v1/b/" + bucket + "/o/";
    }

    @Override
    protected void answer(HttpExchange exchange, byte[] body) throws IOException {
        String address = exchange.getRequestURI().toString();
        if (!"Bearer stand-in".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            error(exchange, 401, "authError");
        } else if (exchange.getRequestMethod().equals("POST") && address.startsWith(upload)) {
            String name = decoded(address.substring(upload.length()));
            objects.put(name, body);
            describe(exchange, name, body);
        } else if (address.startsWith(objectPath)) {
            serve(exchange, address.substring(objectPath.length()));
        } else {
            error(exchange, 404, "notFound");
        }
    }

    private void serve(HttpExchange exchange, String rest) throws IOException {
        boolean media = rest.endsWith("?alt=media");
        String name = decoded(media ? rest.substring(0, rest.length() - "?alt=media".length()) : rest);
        byte[] found = rest.contains("/") ? null : objects.get(name);
        if (found == null) {
            error(exchange, 404, "notFound");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            objects.remove(name);
            exchange.sendResponseHeaders(204, -1);
        } else if (media) {
            send(exchange, 200, "application/octet-stream", found);
        } else {
            describe(exchange, name, found);
        }
    }

    private static void describe(HttpExchange exchange, String name, byte[] body) throws IOException {
        send(exchange, 200, "application/json", """
                {"kind":"storage#object","id":"sylion/%1$s/1","name":"%1$s","bucket":"sylion","generation":"1",
                 "metageneration":"1","size":"%2$d"}""".formatted(name, body.length));
    }

    private static void error(HttpExchange exchange, int status, String reason) throws IOException {
        send(exchange, status, "application/json", """
                {"error":{"code":%1$d,"message":"no","errors":[{"message":"no","domain":"global","reason":"%2$s"}]}}""".formatted(status, reason));
    }

    private static String decoded(String name) {
        return URLDecoder.decode(name, StandardCharsets.UTF_8);
    }
}
