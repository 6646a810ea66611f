package io.sylion.platform.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts raw bytes to the demo's webhook addresses, right and wrong ones. */
public final class SignedWebhook {
    public static final String CLOUD = "/hooks/whatsapp/cloud/demo-cloud";
    public static final String DIALOG_360 = "/hooks/whatsapp/360dialog/demo-360";
    public static final String CLOUD_NUMBER = "555000111";
    public static final String DIALOG_360_NUMBER = "555000222";
    private static final String APP_SECRET = "demo-app-secret";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Signs the bytes as Meta's app of the demo and posts them. */
    public HttpResponse<String> cloud(byte[] body) throws IOException, InterruptedException {
        return post(CLOUD, body, "X-Hub-Signature-256", signature(body));
    }

    public HttpResponse<String> cloud(String body) throws IOException, InterruptedException {
        return cloud(body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> dialog360(String body) throws IOException, InterruptedException {
        return post(DIALOG_360, body.getBytes(StandardCharsets.UTF_8), "X-Sylion-Token", "demo-360-token");
    }

    public HttpResponse<String> post(String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Installation.address() + path)).timeout(Duration.ofSeconds(30));
    }

    public static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The envelope around the content of one value of a number. */
    public static String envelope(String number, String field, String content) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"100200300","changes":[{"field":"%s","value":{
                "messaging_product":"whatsapp",
                "metadata":{"display_phone_number":"33100000001","phone_number_id":"%s"},%s}}]}]}""".formatted(field, number, content);
    }

    /** A message object of type text. */
    public static String text(String id, String from, String body) {
        return """
                {"from":"%s","id":"%s","timestamp":"%d","type":"text","text":{"body":"%s"}}""".formatted(from, id, Instant.now().getEpochSecond(), body);
    }
}
