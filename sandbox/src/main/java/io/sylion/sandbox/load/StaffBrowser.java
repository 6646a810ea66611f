package io.sylion.sandbox.load;

import java.io.IOException;
import java.net.CookieManager;
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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A member of the staff at the application, as far as the server notices: a session, pages, the live socket. */
final class StaffBrowser {
    private static final Pattern FIELD =
            Pattern.compile("name=\"(jakarta\\.faces\\.ViewState|primefaces\\.nonce)\"[^>]*value=\"([^\"]*)\"");

    private final URI base;
    private final HttpClient client;

    StaffBrowser(URI base, Executor executor) {
        this.base = base;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .executor(executor)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    void signIn(String email, String password) throws IOException, InterruptedException {
        String door = get("/sign-in.xhtml").body();
        StringBuilder form = new StringBuilder("door=door&door%3Aenter=go");
        form.append("&door%3Aemail=").append(encoded(email));
        form.append("&door%3Apassword=").append(encoded(password));
        Matcher fields = FIELD.matcher(door.substring(door.indexOf("id=\"door\"")));
        while (fields.find()) {
            form.append('&').append(encoded(fields.group(1))).append('=').append(encoded(fields.group(2)));
        }
        int status = client.send(
                        HttpRequest.newBuilder(base.resolve("/sign-in.xhtml"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", origin())
                                .POST(BodyPublishers.ofString(form.toString()))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        if (status != 302) {
            throw new IOException(email + " could not sign in: " + status);
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Opens the live socket and keeps it. */
    WebSocket listen() {
        URI live = URI.create(base.resolve("/live").toString().replaceFirst("^http", "ws"));
        return client.newWebSocketBuilder()
                .header("Origin", origin())
                .buildAsync(live, new Silent())
                .join();
    }

    private String origin() {
        return base.getScheme() + "://" + base.getAuthority();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Hears what comes and does nothing. */
    private static final class Silent implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            System.err.println("live socket closed: " + status + " " + reason);
            return null;
        }
    }
}
