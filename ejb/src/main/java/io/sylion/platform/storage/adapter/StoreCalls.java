package io.sylion.platform.storage.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/**
 * Calls of a store over HTTP: bounded in time, repeated after answers that ask for it. All calls of an object store may be repeated:
 * writing the same bytes again and removing what is gone change nothing.
 */
public final class StoreCalls {
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Set<Integer> AGAIN = Set.of(408, 429, 500, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Duration timeLimit;

    /** Makes the request of one attempt, since a signature tells the time. */
    @FunctionalInterface
    public interface Attempt {
        HttpRequest.Builder request() throws IOException;
    }

    public StoreCalls(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    /** The answer with its body still to be read, whatever its status is; the caller closes the body. */
    public HttpResponse<InputStream> answer(Attempt attempt) throws IOException {
        for (int number = 1; ; number++) {
            try {
                HttpResponse<InputStream> answer =
                        http.send(attempt.request().timeout(timeLimit).build(), BodyHandlers.ofInputStream());
                if (number == ATTEMPTS || !AGAIN.contains(answer.statusCode())) {
                    return answer;
                }
                answer.body().close();
                pause(number);
            } catch (IOException e) {
                if (number == ATTEMPTS) {
                    throw e;
                }
                pause(number);
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }

    private static void pause(int number) throws IOException {
        try {
            Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (number - 1)));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while the object store was asked");
    }
}
