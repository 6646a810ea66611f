package io.sylion.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.HttpAnswer;
import io.sylion.sandbox.http.HttpLoop;
import io.sylion.sandbox.http.WireJson;
import io.sylion.sandbox.state.Knobs;
import io.sylion.sandbox.state.PhoneLine;
import io.sylion.sandbox.state.SandboxSettings;
import io.sylion.sandbox.state.SendLedger;
import io.sylion.sandbox.state.WireJournal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Posts webhooks to the application: signed or with the number's header, again with growing pauses until a 200, with
 * the faults of the knobs.
 */
public final class WebhookSender implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final long LONGEST_PAUSE = 10_000;

    private final Knobs knobs;
    private final SandboxSettings settings;
    private final WireJournal journal;
    private final SendLedger ledger;
    private final ScheduledExecutorService timer;
    private final Map<String, HttpLoop> loops = new ConcurrentHashMap<>();
    private final Map<String, Batch> batches = new ConcurrentHashMap<>();

    public WebhookSender(
            Knobs knobs,
            SandboxSettings settings,
            WireJournal journal,
            SendLedger ledger,
            ScheduledExecutorService timer) {
        this.knobs = knobs;
        this.settings = settings;
        this.journal = journal;
        this.ledger = ledger;
        this.timer = timer;
    }

    private record Batch(List<ObjectNode> values, List<Consumer<Boolean>> waiting) {}

    /** The value's usual beginning. */
    static ObjectNode value(PhoneLine line) {
        ObjectNode value = WireJson.object().put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", line.number()).put("phone_number_id", line.id());
        return value;
    }

    static ObjectNode envelope(PhoneLine line, List<ObjectNode> values) {
        ObjectNode body = WireJson.object().put("object", "whatsapp_business_account");
        ArrayNode changes =
                body.putArray("entry").addObject().put("id", line.accountId()).putArray("changes");
        for (ObjectNode value : values) {
            changes.addObject().put("field", "messages").set("value", value);
        }
        return body;
    }

    /** Sends a value; done hears whether the application answered 200 before the sender gave up. */
    public void send(PhoneLine line, ObjectNode value, String kind, String detail, Consumer<Boolean> done) {
        int window = knobs.batchMillis;
        if (window <= 0) {
            post(line, WireJson.escaped(envelope(line, List.of(value))), kind, detail, done);
            return;
        }
        batches.compute(line.id(), (id, open) -> {
            Batch batch = open == null ? new Batch(new ArrayList<>(), new ArrayList<>()) : open;
            if (open == null) {
                timer.schedule(() -> flush(line), window, TimeUnit.MILLISECONDS);
            }
            batch.values().add(value);
            batch.waiting().add(done);
            return batch;
        });
    }

    private void flush(PhoneLine line) {
        Batch batch = batches.remove(line.id());
        byte[] body = WireJson.escaped(envelope(line, batch.values()));
        post(
                line,
                body,
                "batch",
                batch.values().size() + " changes",
                ok -> batch.waiting().forEach(done -> done.accept(ok)));
    }

    /** Whether each webhook goes its own way, early or late. */
    boolean disordered() {
        return knobs.messages.equals("disordered");
    }

    /** Posts bytes as they are. */
    public void post(PhoneLine line, byte[] body, String kind, String detail, Consumer<Boolean> done) {
        int delay = knobs.webhookDelayMillis;
        if (disordered()) {
            delay += ThreadLocalRandom.current().nextInt(Math.max(1, knobs.disorderMillis));
        }
        if (delay > 0) {
            timer.schedule(() -> attempt(line, body, kind, detail, 0, done), delay, TimeUnit.MILLISECONDS);
        } else {
            attempt(line, body, kind, detail, 0, done);
        }
    }

    /** Posts bytes once, without faults and repetition; done hears the application's answer. */
    public void once(PhoneLine line, byte[] body, String detail, Consumer<HttpAnswer> done) {
        URI target = target(line);
        Map<String, String> headers = headers(line, body);
        loop(target).send(HttpLoop.request("POST", target, headers, body), answer -> {
            ledger.count("webhooks_sent");
            note(line, body, target, headers, answer, "sample", detail, 0, false);
            done.accept(answer);
        });
    }

    private void attempt(PhoneLine line, byte[] body, String kind, String detail, int attempt, Consumer<Boolean> done) {
        URI target = target(line);
        Map<String, String> headers = headers(line, body);
        byte[] request = HttpLoop.request("POST", target, headers, body);
        loop(target).send(request, answer -> {
            ledger.count(attempt == 0 ? "webhooks_sent" : "webhooks_repeated");
            note(line, body, target, headers, answer, kind, detail, attempt, false);
            if (answer.accepted()) {
                ledger.count("webhooks_accepted");
                if (knobs.duplicatePercent > ThreadLocalRandom.current().nextInt(100)) {
                    ledger.count("webhooks_duplicated");
                    loop(target).send(request, again -> {
                        note(line, body, target, headers, again, kind, detail, 0, true);
                    });
                }
                done.accept(true);
            } else if (attempt < knobs.webhookRetries) {
                long pause = Math.min(LONGEST_PAUSE, 1000L << Math.min(attempt, 10));
                timer.schedule(
                        () -> attempt(line, body, kind, detail, attempt + 1, done), pause, TimeUnit.MILLISECONDS);
            } else {
                ledger.count("webhooks_given_up");
                journal.add("err", "webhook-given-up", detail, line.id(), answer.status(), answer.millis());
                done.accept(false);
            }
        });
    }

    private void note(
            PhoneLine line,
            byte[] body,
            URI target,
            Map<String, String> headers,
            HttpAnswer answer,
            String kind,
            String detail,
            int attempt,
            boolean duplicate) {
        List<String> curl = new ArrayList<>(List.of("curl", "-i", target.toString()));
        headers.forEach((name, value) -> {
            curl.add("-H");
            curl.add(name + ": " + value);
        });
        String direction = answer.accepted() ? duplicate ? "dup" : "out" : "err";
        String what = duplicate ? "duplicate" : attempt > 0 && answer.accepted() ? "retry" : kind;
        String error = answer.failure() == null ? null : answer.failure().toString();
        journal.add(direction, what, detail, line.id(), answer.status(), answer.millis(), error, body, curl);
    }

    private Map<String, String> headers(PhoneLine line, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", line.cloud() ? "facebookexternalua" : "360dialog-webhook");
        if (line.cloud() && line.appSecret() != null) {
            String secret = knobs.badSignature ? line.appSecret() + "-wrong" : line.appSecret();
            headers.put("X-Hub-Signature-256", WebhookSignature.of(secret, body));
        } else if (line.headerName() != null) {
            headers.put(line.headerName(), knobs.badSignature ? "wrong" : line.headerValue());
        }
        return headers;
    }

    private URI target(PhoneLine line) {
        String webhook = line.webhook();
        return URI.create(webhook.startsWith("/") ? settings.applicationUrl() + webhook : webhook);
    }

    private HttpLoop loop(URI target) {
        return loops.computeIfAbsent(
                target.getAuthority(), authority -> new HttpLoop(target, settings.connections(), TIMEOUT));
    }

    @Override
    public void close() {
        loops.values().forEach(HttpLoop::close);
    }
}
