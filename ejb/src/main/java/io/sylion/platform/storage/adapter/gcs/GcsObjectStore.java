package io.sylion.platform.storage.adapter.gcs;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import io.sylion.platform.api.Json;
import io.sylion.platform.storage.StorageSettings;
import io.sylion.platform.storage.adapter.HeldObject;
import io.sylion.platform.storage.adapter.ObjectKeys;
import io.sylion.platform.storage.adapter.StoreCalls;
import io.sylion.platform.storage.api.ObjectNotFound;
import io.sylion.platform.storage.api.ObjectStore;
import io.sylion.platform.storage.api.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Objects in a bucket of Google Cloud Storage, by its JSON API. An upload is there as a whole or not at all. */
public class GcsObjectStore implements ObjectStore {
    private static final List<String> SCOPES = List.of("https://www.googleapis.com/auth/devstorage.read_write");
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final String endpoint;
    private final String bucket;
    private final Path credentialsFile;
    private final StoreCalls calls;
    private GoogleCredentials credentials;

    public GcsObjectStore(StorageSettings settings, StoreCalls calls) {
        this.endpoint = settings.endpoint() == null
                ? "https://storage.googleapis.com"
                : settings.endpoint().toString().replaceFirst("/+$", "");
        this.bucket = encoded(settings.bucket());
        this.credentialsFile = settings.credentialsFile();
        this.calls = calls;
    }

    @Override
    public StoredObject put(String key, InputStream in, long maxBytes) throws IOException {
        String address = endpoint + "/upload/storage/v1/b/" + bucket + "/o?uploadType=media&name="
                + encoded(ObjectKeys.checked(key));
        try (HeldObject held = HeldObject.of(in, maxBytes)) {
            HttpResponse<InputStream> answer = calls.answer(() -> request(address)
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(held.file())));
            try (InputStream body = answer.body()) {
                require(answer, 200);
                long stored = Json.mapper()
                        .readTree(body.readNBytes(LARGEST_ANSWER))
                        .path("size")
                        .asLong(-1);
                if (stored != held.described().size()) {
                    throw new IOException("GCS stored " + stored + " bytes of "
                            + held.described().size());
                }
            }
            return held.described();
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        HttpResponse<InputStream> answer =
                calls.answer(() -> request(address(key) + "?alt=media").GET());
        if (answer.statusCode() != 200) {
            answer.body().close();
            found(key, answer);
            require(answer, 200);
        }
        return answer.body();
    }

    @Override
    public long size(String key) throws IOException {
        HttpResponse<InputStream> answer =
                calls.answer(() -> request(address(key)).GET());
        try (InputStream body = answer.body()) {
            found(key, answer);
            require(answer, 200);
            return Json.mapper()
                    .readTree(body.readNBytes(LARGEST_ANSWER))
                    .path("size")
                    .asLong();
        }
    }

    @Override
    public void delete(String key) throws IOException {
        HttpResponse<InputStream> answer =
                calls.answer(() -> request(address(key)).DELETE());
        answer.body().close();
        if (answer.statusCode() != 404) {
            require(answer, 204);
        }
    }

    private String address(String key) {
        return endpoint + "/storage/v1/b/" + bucket + "/o/" + encoded(ObjectKeys.checked(key));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String address) throws IOException {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token());
    }

    /** The machine's identity or the key of the file; the library keeps a token until it is about to expire. */
    private String token() throws IOException {
        GoogleCredentials identity = identity();
        identity.refreshIfExpired();
        return identity.getAccessToken().getTokenValue();
    }

    /** A plain http address is a stand-in on this machine: no real credentials go there. */
    private synchronized GoogleCredentials identity() throws IOException {
        if (credentials == null) {
            if (endpoint.startsWith("http://")) {
                credentials = GoogleCredentials.create(
                        new AccessToken("stand-in", Date.from(Instant.parse("2999-01-01T00:00:00Z"))));
            } else if (credentialsFile == null) {
                credentials = GoogleCredentials.getApplicationDefault().createScoped(SCOPES);
            } else {
                try (InputStream in = Files.newInputStream(credentialsFile)) {
                    credentials = GoogleCredentials.fromStream(in).createScoped(SCOPES);
                }
            }
        }
        return credentials;
    }

    private static void found(String key, HttpResponse<InputStream> answer) {
        if (answer.statusCode() == 404) {
            throw new ObjectNotFound(key);
        }
    }

    private static void require(HttpResponse<InputStream> answer, int expected) throws IOException {
        if (answer.statusCode() != expected) {
            throw new IOException("GCS answered " + answer.statusCode());
        }
    }
}
