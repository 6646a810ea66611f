package io.sylion.platform.storage.adapter.s3;

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
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objects in a bucket of Amazon S3, or of any service of its dialect. A single put is atomic: what is broken off is not there. An
 * endpoint of one's own is addressed by path, Amazon's by host.
 */
public class S3ObjectStore implements ObjectStore {
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z]{1,60})</Code>");
    private static final int LARGEST_ERROR = 8 * 1024;

    private final String base;
    private final SignatureV4 signature;
    private final String sessionToken;
    private final StoreCalls calls;
    private final Clock clock;

    public S3ObjectStore(StorageSettings settings, StoreCalls calls, Clock clock) {
        this.base = settings.endpoint() == null
                ? "https://" + settings.bucket() + ".s3." + settings.region() + ".amazonaws.com/"
                : settings.endpoint().toString().replaceFirst("/+$", "") + "/" + settings.bucket() + "/";
        this.signature = new SignatureV4(settings.accessKey(), settings.secretKey(), settings.region());
        this.sessionToken = settings.sessionToken();
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public StoredObject put(String key, InputStream in, long maxBytes) throws IOException {
        ObjectKeys.checked(key);
        try (HeldObject held = HeldObject.of(in, maxBytes)) {
            String digest = held.described().sha256();
            HttpResponse<InputStream> answer =
                    calls.answer(() -> request("PUT", key, digest, BodyPublishers.ofFile(held.file())));
            close(answer, 200);
            return held.described();
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        HttpResponse<InputStream> answer = calls.answer(() -> request("GET", key));
        if (answer.statusCode() == 200) {
            return answer.body();
        }
        try (InputStream body = answer.body()) {
            throw refused(key, answer.statusCode(), body);
        }
    }

    @Override
    public long size(String key) throws IOException {
        HttpResponse<InputStream> answer = calls.answer(() -> request("HEAD", key));
        answer.body().close();
        if (answer.statusCode() == 404) {
            throw new ObjectNotFound(key);
        }
        if (answer.statusCode() != 200) {
            // its length would be that of the refusal
            throw new IOException("S3 answered " + answer.statusCode());
        }
        return answer.headers()
                .firstValueAsLong("Content-Length")
                .orElseThrow(() -> new IOException("S3 answered " + answer.statusCode() + " without a length"));
    }

    @Override
    public void delete(String key) throws IOException {
        HttpResponse<InputStream> answer = calls.answer(() -> request("DELETE", key));
        close(answer, answer.statusCode() == 404 ? 404 : 204);
    }

    private HttpRequest.Builder request(String method, String key) {
        return request(method, key, NOTHING, BodyPublishers.noBody());
    }

    private HttpRequest.Builder request(String method, String key, String digest, BodyPublisher body) {
        URI address = URI.create(base + ObjectKeys.checked(key));
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("host", address.getRawAuthority());
        headers.put("x-amz-content-sha256", digest);
        headers.put("x-amz-date", SignatureV4.time(clock.instant()));
        if (sessionToken != null) {
            headers.put("x-amz-security-token", sessionToken);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, body)
                .header("Authorization", signature.authorization(method, address, headers));
        headers.remove("host");
        headers.forEach(request::header);
        return request;
    }

    private static void close(HttpResponse<InputStream> answer, int expected) throws IOException {
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != expected) {
                throw refused("", answer.statusCode(), body);
            }
        }
    }

    /** Only the code of the error is told: its text may name keys. */
    private static IOException refused(String key, int status, InputStream body) throws IOException {
        Matcher code = CODE.matcher(new String(body.readNBytes(LARGEST_ERROR), StandardCharsets.UTF_8));
        String name = code.find() ? code.group(1) : "";
        if (status == 404 && !key.isEmpty() && !name.equals("NoSuchBucket")) {
            throw new ObjectNotFound(key);
        }
        return new IOException("S3 answered " + status + " " + name);
    }
}
