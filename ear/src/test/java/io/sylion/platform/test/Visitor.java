package io.sylion.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A member's session without a browser: cookies, forms as the server drew them, nothing else. */
public final class Visitor {
    private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b[^>]*>");
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Somebody who has not signed in. */
    public static Visitor nobody() {
        return new Visitor();
    }

    public static Visitor signedIn(DemoPerson person) throws Exception {
        Visitor visitor = new Visitor();
        HttpResponse<String> after = visitor.submit(
                "/sign-in.xhtml",
                "door",
                Map.of("door:email", person.email(), "door:password", DemoPerson.PASSWORD, "door:enter", "enter"));
        assertThat(after.statusCode()).as("sign-in of " + person).isEqualTo(302);
        return visitor;
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers).GET().build(), BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers).GET().build(), BodyHandlers.ofByteArray());
    }

    /** Opens a page and sends one of its forms: its hidden fields as they are, with these values beside them. */
    public HttpResponse<String> submit(String path, String form, Map<String, String> values)
            throws IOException, InterruptedException {
        return submit(path, get(path).body(), form, values);
    }

    /** As {@link #submit(String, String, Map)}, for a page that was opened before. */
    public HttpResponse<String> submit(String path, String page, String form, Map<String, String> values)
            throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(hidden(page, form));
        Matcher nonce = NONCE.matcher(page);
        if (nonce.find()) {
            fields.put("primefaces.nonce", nonce.group(1));
        }
        fields.putAll(values);
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return client.send(
                request(path, "Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Opens a socket with the session's cookies. */
    public WebSocket listen(String path, WebSocket.Listener listener, String... headers) throws Exception {
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(5));
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        String address = Installation.address().replaceFirst("^http", "ws") + path;
        return builder.buildAsync(URI.create(address), listener).get();
    }

    private static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Installation.address() + path))
                .timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Map<String, String> hidden(String page, String form) {
        int start = page.indexOf("id=\"" + form + "\"");
        assertThat(start).as("form " + form + " in " + page).isNotNegative();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(page.substring(start, page.indexOf("</form>", start)));
        while (input.find()) {
            if (input.group().contains("type=\"hidden\"")) {
                fields.put(attribute(input.group(), "name"), attribute(input.group(), "value"));
            }
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
