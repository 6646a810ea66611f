package io.sylion.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.sandbox.http.WireJson;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The installation under test, and the hands that break and mend it. */
final class FaultGround {
    static final String BROKER = "/subsystem=messaging-activemq/server=default";
    static final String INBOUND_QUEUE = BROKER + "/jms-queue=conversation.receive-message";
    static final String INBOUND_SETTING =
            BROKER + "/address-setting=jms.queue.conversation.receive-message:write-attribute(name=";
    private static final String PUT_ASIDE = BROKER + "/jms-queue=dlq.conversation.receive-message";

    private static final String USUAL = "{\"statuses\": \"none\", \"modelDelayMillis\": 0}";

    private final Map<String, String> flags;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param flags see {@code docker/fault/fault.sh}, which knows all of it */
    FaultGround(Map<String, String> flags) {
        this.flags = flags;
    }

    String application() {
        return flags.get("base-url");
    }

    String webhookPath() {
        return flags.get("webhook-path");
    }

    String secret() {
        return flags.get("app-secret");
    }

    String sandbox() {
        return flags.get("ledger-url");
    }

    String allTenants() {
        return flags.get("first-phone-id") + "+" + flags.get("tenants");
    }

    String firstTenant() {
        return flags.get("first-phone-id");
    }

    String otherTenants() {
        return Long.parseLong(flags.get("first-phone-id")) + 1 + "+" + (Integer.parseInt(flags.get("tenants")) - 1);
    }

    Path results() {
        return Path.of(flags.get("results"));
    }

    /** Why the fault cannot be tried here, or null. */
    String lacks(Fault fault) {
        return switch (fault) {
            case JOURNAL_DISK_FULL -> flags.get("journal-disk") == null ? "no small file system can be mounted" : null;
            case CLOCK_JUMP -> flags.get("faketime") == null ? "the package faketime is missing" : null;
            default -> null;
        };
    }

    // ---- what all of it needs ----

    String sylion(String... words) throws IOException, InterruptedException {
        return sylion(Map.of(), words);
    }

    private String sylion(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(flags.get("sylion")));
        command.addAll(Arrays.asList(words));
        Path log = Path.of(flags.get("log"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(words[0] + " " + words[1] + " ended with " + code + ", see " + log);
        }
        return output;
    }

    /** What the statements give, a line each row, its values parted by tabs. */
    String sql(String statements) throws IOException, InterruptedException {
        return sylion("db", "psql", "-tA", "-F", "\t", "-c", statements);
    }

    String manage(String... commands) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("server", "manage"));
        words.addAll(Arrays.asList(commands));
        return sylion(words.toArray(String[]::new));
    }

    void knobs(String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox() + "/api/knobs"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("knobs answered " + response.statusCode() + " " + response.body());
        }
    }

    /** After a fault that the product did not survive the next one finds it started anew. */
    void ensureReady() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(flags.get("management-url") + "/health/ready"))
                .build();
        try {
            if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                return;
            }
        } catch (IOException e) {
            // it does not even listen
        }
        sylion("server", "stop");
        sylion("db", "start");
        sylion("server", "start");
    }

    /** No fault is on. */
    void usual() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox() + "/api/knobs"))
                .DELETE()
                .build();
        client.send(request, HttpResponse.BodyHandlers.discarding());
        knobs(USUAL);
    }

    /** What the stand-ins have counted. */
    JsonNode counters() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(sandbox() + "/api/counters")).build();
        return WireJson.MAPPER.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    // ---- steps of single faults ----

    /** The product leaves a model alone for 15 s after failures; the next fault must not find it so. */
    void waitForModel() throws InterruptedException {
        Thread.sleep(16_000);
    }

    void proveThatPagesExist() throws IOException, InterruptedException {
        String pages = manage(
                BROKER + "/core-address=jms.queue.conversation.receive-message:read-attribute(name=number-of-pages)",
                INBOUND_QUEUE + ":resume");
        if (!pages.matches("(?s).*\"result\" => [1-9].*")) {
            throw new IOException("the broker did not page: " + pages);
        }
    }

    /** Beyond the 95 % at which the broker takes nothing more. */
    void fillDisk() throws IOException {
        byte[] block = new byte[1 << 16];
        FileStore disk = Files.getFileStore(Path.of(flags.get("journal-disk")));
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (disk.getUsableSpace() > disk.getTotalSpace() / 33) {
                ballast.write(block);
            }
        }
    }

    void freeDisk() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return Path.of(flags.get("journal-disk"), "ballast");
    }

    /** The third message of each customer cannot be stored from now on. */
    void poison() throws IOException, InterruptedException {
        sql(poison("RAISE EXCEPTION 'poison'"));
        sql("CREATE TRIGGER fault_poison BEFORE INSERT ON conversation_message FOR EACH ROW"
                + " WHEN (NEW.author = 'CUSTOMER' AND NEW.body LIKE '%(2)') EXECUTE FUNCTION fault_poison()");
    }

    /**
     * The cause is gone, and the operator puts the messages back that lie among the dead letters. The trigger stays until nobody
     * writes: taking it away locks the whole table.
     */
    void replayPoison() throws IOException, InterruptedException {
        sql(poison("RETURN NEW"));
        String moved = manage(PUT_ASIDE + ":move-messages(other-queue-name=conversation.receive-message)");
        if (!moved.matches("(?s).*\"result\" => [1-9].*")) {
            throw new IOException("nothing was put aside: " + moved);
        }
    }

    private static String poison(String what) {
        return "CREATE OR REPLACE FUNCTION fault_poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + what
                + "; END $$";
    }

    void restartWithClock() throws IOException, InterruptedException {
        clock(0);
        sylion("server", "stop");
        sylion(
                Map.of(
                        "LD_PRELOAD",
                        flags.get("faketime"),
                        "FAKETIME_TIMESTAMP_FILE",
                        clockFile().toString(),
                        "FAKETIME_CACHE_DURATION",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        // else the waiting threads of a JVM wait in circles
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0"),
                "server",
                "start");
    }

    /** Sets the server's clock so many seconds ahead. */
    void clock(int seconds) throws IOException {
        Files.writeString(clockFile(), (seconds < 0 ? "" : "+") + seconds + "\n");
    }

    private Path clockFile() {
        return results().resolveSibling("run").resolve("clock");
    }
}
