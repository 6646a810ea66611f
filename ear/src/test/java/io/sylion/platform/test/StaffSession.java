package io.sylion.platform.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the application over bare HTTP, without a browser's good manners. Redirects are not followed. */
public final class StaffSession {
    private static final Pattern FIELD =
            Pattern.compile("name=\"(jakarta\\.faces\\.ViewState|primefaces\\.nonce)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private StaffSession() {}

    public static StaffSession ofNobody() {
        return new StaffSession();
    }

    public static StaffSession of(DemoPerson person) throws IOException, InterruptedException {
        StaffSession session = new StaffSession();
        String door = session.get("/sign-in.xhtml").body();
        StringBuilder form = new StringBuilder("door=door&door%3Aenter=go");
        form.append("&door%3Aemail=").append(encoded(person.email()));
        form.append("&door%3Apassword=").append(encoded(DemoPerson.PASSWORD));
        Matcher fields = FIELD.matcher(door.substring(door.indexOf("id=\"door\"")));
        while (fields.find()) {
            form.append('&').append(encoded(fields.group(1))).append('=').append(encoded(fields.group(2)));
        }
        HttpResponse<String> answer =
                session.send(HttpRequest.newBuilder(URI.create(Installation.address() + "/sign-in.xhtml"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", Installation.address())
                        .POST(BodyPublishers.ofString(form.toString())));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(person + " could not sign in: " + answer.statusCode());
        }
        return session;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(Installation.address() + path))
                .GET());
    }

    /** Sends one file to a base as the page does. */
    public HttpResponse<String> upload(UUID base, String name, byte[] content)
            throws IOException, InterruptedException {
        String border = "border" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + border + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(Installation.address() + "/library/files?base=" + base))
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .header("Accept", "application/json")
                .header("Origin", Installation.address())
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
