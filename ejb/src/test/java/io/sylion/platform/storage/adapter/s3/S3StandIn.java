package io.sylion.platform.storage.adapter.s3;

import com.sun.net.httpserver.HttpExchange;
import io.sylion.platform.storage.adapter.BucketStandIn;
import io.sylion.platform.storage.adapter.HeldObject;
import java.io.IOException;
import java.net.URI;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** Answers as S3 does, addressed by path; checks the signature and the digest of each body. */
class S3StandIn extends BucketStandIn {
    private final String prefix;
    private final SignatureV4 signature;

    S3StandIn(String bucket, SignatureV4 signature) throws IOException {
        this.prefix = "/" + bucket + "/";
        this.signature = signature;
    }

    @Override
    protected void answer(HttpExchange exchange, byte[] body) throws IOException {
        String digest = HexFormat.of().formatHex(HeldObject.sha256().digest(body));
        String path = exchange.getRequestURI().getRawPath();
        if (!digest.equals(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"))) {
            error(exchange, 400, "XAmzContentSHA256Mismatch");
        } else if (!signed(exchange)) {
            error(exchange, 403, "SignatureDoesNotMatch");
        } else if (!path.startsWith(prefix)) {
            error(exchange, 404, "NoSuchBucket");
        } else {
            serve(exchange, path, body);
        }
    }

    private void serve(HttpExchange exchange, String path, byte[] body) throws IOException {
        byte[] found = objects.get(path);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(path, body);
                exchange.getResponseHeaders().set("ETag", "\"etag\"");
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(path);
                exchange.sendResponseHeaders(204, -1);
            }
            case "GET" -> {
                if (found == null) {
                    error(exchange, 404, "NoSuchKey");
                } else {
                    send(exchange, 200, "application/octet-stream", found);
                }
            }
            default -> {
                if (found != null) {
                    exchange.getResponseHeaders().set("Content-Length", String.valueOf(found.length));
                }
                exchange.sendResponseHeaders(found == null ? 404 : 200, -1);
            }
        }
    }

    private boolean signed(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        SortedMap<String, String> headers = new TreeMap<>();
        for (String name :
                given.replaceFirst(".*SignedHeaders=([^,]*),.*", "$1").split(";")) {
            headers.put(name, exchange.getRequestHeaders().getFirst(name));
        }
        URI address = exchange.getRequestURI();
        return headers.containsKey("host")
                && headers.containsKey("x-amz-security-token")
                && given.equals(signature.authorization(exchange.getRequestMethod(), address, headers));
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        send(
                exchange,
                status,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                        + "</Code><Message>no</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>");
    }
}
