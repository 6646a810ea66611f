package io.sylion.sandbox.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.sandbox.http.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares the replies in the sandbox's ledger with the messages of a run. A reply answers the message that its context
 * names and, unless the plan is strict, covers the customer's earlier ones: a burst gets one reply.
 */
public final class ReplyAudit {
    private static final int PAGE = 20_000;

    private final LoadPlan plan;
    private final LoadMessages messages;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int[][] replies;
    private final long[][] repliedAt;
    private final int[] newest;
    private long since;
    private int total;
    private int timed;
    private int doubled;
    private int outOfOrder;
    private int foreign;
    private int unrelated;
    private int unlinked;
    private long lastReply;
    private long[] latencies = new long[1024];
    private final List<String> examples = new ArrayList<>();

    /** The ledger's verdict. */
    public record Verdict(
            int acknowledged,
            int replies,
            int lost,
            int doubled,
            int outOfOrder,
            int foreign,
            List<String> lostIds,
            List<String> examples) {

        public boolean clean() {
            return lost == 0 && doubled == 0 && outOfOrder == 0 && foreign == 0;
        }
    }

    public ReplyAudit(LoadPlan plan, LoadMessages messages) throws IOException, InterruptedException {
        this.plan = plan;
        this.messages = messages;
        replies = new int[plan.customers()][];
        repliedAt = new long[plan.customers()][];
        newest = new int[plan.customers()];
        Arrays.fill(newest, -1);
        for (int customer = 0; customer < plan.customers(); customer++) {
            replies[customer] = new int[plan.ofCustomer(customer)];
            repliedAt[customer] = new long[plan.ofCustomer(customer)];
        }
        since = get("/api/ledger?limit=0").path("last").asLong();
    }

    /** Makes the plan's numbers known to the stand-in and sets its knobs. */
    public void prepare() throws IOException, InterruptedException {
        if (plan.register()) {
            var channels = WireJson.array();
            JsonNode known = get("/api/channels");
            for (String line : plan.lines()) {
                boolean there = false;
                for (JsonNode each : known) {
                    there |= each.path("phone_number_id").asText().equals(line);
                }
                if (!there) {
                    channels.addObject()
                            .put("phone_number_id", line)
                            .put("number", line)
                            .put("business", "Load " + line)
                            .put("webhook", plan.base().resolve(plan.path()).toString())
                            .put("app_secret", plan.secret());
                }
            }
            if (!channels.isEmpty()) {
                put("/api/channels", WireJson.bytes(channels));
            }
        }
        if (plan.knobs() != null) {
            put("/api/knobs", plan.knobs().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Reads what is new in the ledger; true when there was a reply of this run. */
    public boolean read(LoadProgress posts) throws IOException, InterruptedException {
        boolean any = false;
        while (true) {
            JsonNode page = get("/api/ledger?limit=" + PAGE + "&since=" + since);
            for (JsonNode entry : page.path("entries")) {
                any |= take(entry, posts);
            }
            since = page.path("next").asLong();
            if (page.path("entries").size() < PAGE) {
                return any;
            }
        }
    }

    private boolean take(JsonNode entry, LoadProgress posts) {
        int[] message = messages.parse(entry.path("context").asText(null));
        if (message == null) {
            unrelated++;
            // another run at the same time may have the same customers at other numbers
            if (messages.isCustomer(entry.path("to").asText())
                    && plan.lines().contains(entry.path("channel").asText())) {
                unlinked++;
                example("names no message " + entry);
            }
            return false;
        }
        int customer = message[0];
        int number = message[1];
        total++;
        lastReply = entry.path("time").asLong();
        if (!entry.path("to").asText().equals(messages.phone(customer))
                || !entry.path("channel").asText().equals(plan.line(customer))) {
            foreign++;
            example("foreign " + entry);
        }
        int place = plan.place(customer, number);
        if (replies[customer][number]++ > 0) {
            doubled++;
            example("doubled " + entry.path("context").asText());
        } else if (place < newest[customer]) {
            outOfOrder++;
            example("out of order " + entry.path("context").asText() + " after place " + newest[customer]);
        }
        covered(customer, place, lastReply);
        posts.answered(customer, number);
        long sent = posts.sent(customer, number);
        if (sent > 0) {
            if (timed == latencies.length) {
                latencies = Arrays.copyOf(latencies, latencies.length * 2);
            }
            latencies[timed++] = Math.max(0, lastReply - sent);
        }
        return true;
    }

    /** The reply to the message at this place covers the customer's earlier ones, or in a strict plan this one. */
    private void covered(int customer, int place, long time) {
        for (int each = plan.strict() ? place : 0; each <= place; each++) {
            int number = plan.place(customer, each);
            if (repliedAt[customer][number] == 0) {
                repliedAt[customer][number] = time;
            }
        }
        newest[customer] = Math.max(newest[customer], place);
    }

    /** When the message had a reply, of its own or together with a later one, in milliseconds since 1970; 0 when it has none. */
    public long repliedAt(int customer, int number) {
        return repliedAt[customer][number];
    }

    private void example(String text) {
        if (examples.size() < 20) {
            examples.add(text);
        }
    }

    public Verdict verdict(LoadProgress posts) {
        int acknowledged = 0;
        List<String> lost = new ArrayList<>();
        for (int customer = 0; customer < plan.customers(); customer++) {
            for (int number = 0; number < replies[customer].length; number++) {
                if (posts.acknowledged(customer, number) <= 0) {
                    continue;
                }
                acknowledged++;
                if (repliedAt[customer][number] == 0) {
                    lost.add(messages.id(customer, number));
                }
            }
        }
        return new Verdict(acknowledged, total, lost.size(), doubled, outOfOrder, foreign, lost, List.copyOf(examples));
    }

    public int replies() {
        return total;
    }

    int unrelated() {
        return unrelated;
    }

    /** Replies to customers of this run that name none of its messages. */
    public int unlinked() {
        return unlinked;
    }

    /** Time of the newest reply in milliseconds since 1970. */
    public long lastReply() {
        return lastReply;
    }

    /** Milliseconds from the message's first post to its reply, sorted. */
    public long[] sortedLatencies() {
        long[] sorted = Arrays.copyOf(latencies, timed);
        Arrays.sort(sorted);
        return sorted;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(plan.ledger() + path)).build();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
        return WireJson.MAPPER.readTree(response.body());
    }

    private void put(String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(plan.ledger() + path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + " " + response.body());
        }
    }
}
