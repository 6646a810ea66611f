package io.sylion.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.HttpExchanges;
import io.sylion.sandbox.http.WireJson;
import io.sylion.sandbox.state.Knobs;
import io.sylion.sandbox.state.MediaShelf;
import io.sylion.sandbox.state.PhoneChats;
import io.sylion.sandbox.state.PhoneLine;
import io.sylion.sandbox.state.SendLedger;
import io.sylion.sandbox.state.TestCustomer;
import io.sylion.sandbox.state.WireJournal;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** Takes messages, read marks and typing marks from the application; the same for both providers. */
public final class MessageDesk {
    private static final int PAIR_BURST = 45;
    private static final long PAIR_MILLIS = 6_000;
    private static final int MOST_PAIRS = 20_000;

    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private final Knobs knobs;
    private final WireJournal journal;
    private final SendLedger ledger;
    private final PhoneChats chats;
    private final MediaShelf shelf;
    private final MessageCheck check;
    private final StatusSender statuses;
    private final ScheduledExecutorService timer;
    private final Map<String, Rate> rates = new ConcurrentHashMap<>();
    private final Map<String, ArrayDeque<Long>> pairs = new ConcurrentHashMap<>();

    public MessageDesk(
            Knobs knobs,
            WireJournal journal,
            SendLedger ledger,
            PhoneChats chats,
            MediaShelf shelf,
            StatusSender statuses,
            ScheduledExecutorService timer) {
        this.knobs = knobs;
        this.journal = journal;
        this.ledger = ledger;
        this.chats = chats;
        this.shelf = shelf;
        check = new MessageCheck(shelf);
        this.statuses = statuses;
        this.timer = timer;
    }

    /** Messages of one number in the current second. */
    private static final class Rate {
        private long second;
        private int count;

        private synchronized boolean exceeded(int limit) {
            long now = System.currentTimeMillis() / 1000;
            if (now != second) {
                second = now;
                count = 0;
            }
            return ++count > limit;
        }
    }

    void take(PhoneLine line, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long start = System.nanoTime();
        JsonNode message = HttpExchanges.json(request);
        if (knobs.sendRefuse.take()) {
            journal.add("err", "message-cut", "", line.id(), 0, 0);
            HttpExchanges.cut(response);
            return;
        }
        if (message == null || !message.isObject()) {
            refuse(line, GraphError.of(100, "The body is not a JSON object."), "", response, start);
            return;
        }
        if (message.path("status").asText().equals("read")) {
            readMark(line, message, response, start);
            return;
        }
        GraphError error = fault();
        if (error == null) {
            error = limits(line, message);
        }
        if (error != null) {
            refuse(line, error, describe(message), response, start);
            return;
        }
        accept(line, message, request, response, start);
    }

    private GraphError fault() {
        if (knobs.sendError500.take()) {
            return GraphError.of(131000, "Message failed to send due to an unknown error.");
        }
        if (knobs.sendError429.take()) {
            return GraphError.of(130429, "Cloud API message throughput has been reached.");
        }
        if (knobs.sendErrorCode != 0 && knobs.sendErrorTimes.take()) {
            return GraphError.of(knobs.sendErrorCode, "Simulated failure.");
        }
        return null;
    }

    private GraphError limits(PhoneLine line, JsonNode message) {
        try {
            check.check(message, line.number());
        } catch (MessageCheck.Broken e) {
            return e.error();
        }
        if (knobs.messagesPerSecond > 0
                && rates.computeIfAbsent(line.id(), id -> new Rate()).exceeded(knobs.messagesPerSecond)) {
            return GraphError.of(130429, "Cloud API message throughput has been reached.");
        }
        if (knobs.pairLimit && pairExceeded(line, recipient(message))) {
            return GraphError.of(131056, "Too many messages to the same phone number in a short time.");
        }
        return null;
    }

    /** One message in 6 s; a burst of up to 45 borrows from the time that follows. */
    private boolean pairExceeded(PhoneLine line, String to) {
        if (pairs.size() > MOST_PAIRS) {
            pairs.clear();
        }
        ArrayDeque<Long> slots = pairs.computeIfAbsent(line.id() + '>' + to, pair -> new ArrayDeque<>());
        synchronized (slots) {
            long now = System.currentTimeMillis();
            while (!slots.isEmpty() && slots.peekFirst() <= now) {
                slots.pollFirst();
            }
            if (slots.size() >= PAIR_BURST) {
                return true;
            }
            slots.addLast((slots.isEmpty() ? now : slots.peekLast()) + PAIR_MILLIS);
            return false;
        }
    }

    private void refuse(PhoneLine line, GraphError error, String detail, HttpServletResponse response, long start)
            throws IOException {
        ledger.count("messages_refused");
        ledger.count("messages_refused_" + error.code());
        if (error.status() == 429) {
            response.setHeader("Retry-After", Integer.toString(knobs.retryAfterSeconds));
        }
        error.write(response);
        String why = error.code() + " " + error.details();
        journal.add("err", "message-refused", detail, line.id(), error.status(), since(start), why, null, null);
    }

    private void readMark(PhoneLine line, JsonNode message, HttpServletResponse response, long start)
            throws IOException {
        String id = message.path("message_id").asText("");
        if (id.isEmpty()) {
            refuse(line, GraphError.of(131008, "The parameter message_id is required."), "", response, start);
            return;
        }
        boolean typing = message.path("typing_indicator").path("type").asText().equals("text");
        ledger.count("read_marks");
        if (typing) {
            ledger.count("typing_marks");
        }
        TestCustomer writer = chats.writerOf(line, id);
        if (writer != null) {
            chats.read(writer, line, id, typing);
        }
        HttpExchanges.write(response, 200, WireJson.object().put("success", true));
        journal.add("in", typing ? "typing" : "read-mark", id, line.id(), 200, since(start));
    }

    private void accept(
            PhoneLine line, JsonNode message, HttpServletRequest request, HttpServletResponse response, long start)
            throws IOException {
        String id = Wamids.create();
        String to = recipient(message);
        boolean byUserId = message.path("to").asText("").isBlank();
        String type = message.path("type").asText("text");
        String context = message.path("context").path("message_id").asText(null);
        String opaque = message.path("biz_opaque_callback_data").asText(null);
        ledger.count("messages_accepted");
        ledger.add(line.id(), to, id, opaque, context, type, text(message, type));
        TestCustomer customer = chats.reachedBy(to);
        GraphError failure = failure(line, customer, message, type);
        if (customer != null && failure == null) {
            show(customer, line, id, message, type, context);
        }
        var sent = new StatusSender.Sent(line, id, to, byUserId, opaque, category(message, type));
        journal.add("in", "message", describe(message), line.id(), 200, since(start));
        boolean cut = knobs.sendCut.take();
        if (cut || knobs.sendWrongJson.take()) {
            report(sent, customer, failure, false);
            if (cut) {
                HttpExchanges.cut(response);
            } else {
                HttpExchanges.write(response, 200, "{\"messages\":[{".getBytes(StandardCharsets.UTF_8));
            }
            return;
        }
        if (knobs.sendTimeout.take()) {
            report(sent, customer, failure, false);
            HttpExchanges.hold(request);
            return;
        }
        byte[] answer = answer(id, to, byUserId, type);
        if (knobs.statusBeforeResponse && failure == null && !knobs.statuses.equals("none")) {
            AsyncContext held = request.startAsync();
            AtomicBoolean answered = new AtomicBoolean();
            Runnable reply = () -> {
                if (answered.compareAndSet(false, true)) {
                    complete(held, answer);
                    report(sent, customer, null, true);
                }
            };
            statuses.sent(sent, ok -> timer.execute(reply));
            timer.schedule(reply, 3, TimeUnit.SECONDS);
        } else if (knobs.sendDelayMillis > 0) {
            AsyncContext held = request.startAsync();
            timer.schedule(
                    () -> {
                        complete(held, answer);
                        report(sent, customer, failure, false);
                    },
                    knobs.sendDelayMillis,
                    TimeUnit.MILLISECONDS);
        } else {
            HttpExchanges.write(response, 200, answer);
            report(sent, customer, failure, false);
        }
    }

    private void report(StatusSender.Sent sent, TestCustomer customer, GraphError failure, boolean skipSent) {
        statuses.report(sent, failure, skipSent, status -> {
            ledger.count("statuses_" + status);
            if (customer != null) {
                chats.tick(customer, sent.line(), sent.id(), status);
            }
        });
    }

    private GraphError failure(PhoneLine line, TestCustomer customer, JsonNode message, String type) {
        if (knobs.failCode != 0 && knobs.failTimes.take()) {
            return GraphError.of(knobs.failCode, "Simulated failure.");
        }
        boolean template = type.equals("template");
        boolean closed = knobs.window.equals("closed")
                || knobs.window.equals("known") && customer != null && chats.windowClosed(customer, line);
        if (closed && !template) {
            return GraphError.of(
                    131047,
                    "Message failed to send because more than 24 hours have passed since the customer last replied.");
        }
        if (customer == null) {
            return null;
        }
        if (!customer.hasWhatsapp()) {
            return GraphError.of(131026, "Message undeliverable.");
        }
        if (template && customer.optedOut() && category(message, type).equals("marketing")) {
            return GraphError.of(131050, "The user has stopped marketing messages.");
        }
        return null;
    }

    private void show(TestCustomer customer, PhoneLine line, String id, JsonNode message, String type, String context) {
        ObjectNode shown = WireJson.object();
        shown.put("id", id)
                .put("type", type)
                .put("mine", false)
                .put("time", System.currentTimeMillis())
                .put("tick", "sent");
        shown.set(type, message.path(type).deepCopy());
        shelf.describe(shown);
        if (type.equals("template")) {
            shown.put("text_shown", text(message, type));
        }
        if (context != null) {
            shown.put("quoted", context);
        }
        chats.show(customer, line, shown);
    }

    private static String recipient(JsonNode message) {
        String to = message.path("to").asText("");
        return to.isBlank()
                ? message.path("recipient").asText("")
                : NO_DIGIT.matcher(to).replaceAll("");
    }

    private static byte[] answer(String id, String to, boolean byUserId, String type) {
        ObjectNode answer = WireJson.object().put("messaging_product", "whatsapp");
        answer.putArray("contacts").addObject().put("input", to).put(byUserId ? "user_id" : "wa_id", to);
        ObjectNode message = answer.putArray("messages").addObject().put("id", id);
        if (type.equals("template")) {
            message.put("message_status", "accepted");
        }
        return WireJson.bytes(answer);
    }

    private static void complete(AsyncContext held, byte[] answer) {
        try {
            HttpExchanges.write((HttpServletResponse) held.getResponse(), 200, answer);
        } catch (IOException e) {
            // the caller has gone
        } finally {
            held.complete();
        }
    }

    private static String category(JsonNode message, String type) {
        if (!type.equals("template")) {
            return "service";
        }
        MessageCheck.Template template =
                MessageCheck.TEMPLATES.get(message.path("template").path("name").asText());
        return template == null ? "utility" : template.category().toLowerCase(Locale.ROOT);
    }

    /** The words of a message, for the ledger. */
    private static String text(JsonNode message, String type) {
        JsonNode part = message.path(type);
        return switch (type) {
            case "text" -> part.path("body").asText();
            case "interactive" -> part.path("body").path("text").asText();
            case "reaction" -> part.path("emoji").asText();
            case "location" ->
                part.path("latitude").asText() + "," + part.path("longitude").asText();
            case "template" -> templateText(part);
            default -> part.path("caption").asText("");
        };
    }

    private static String templateText(JsonNode template) {
        MessageCheck.Template known =
                MessageCheck.TEMPLATES.get(template.path("name").asText());
        String text = known == null ? "" : known.body();
        for (JsonNode component : template.path("components")) {
            if (component.path("type").asText().equalsIgnoreCase("body")) {
                int at = 1;
                for (JsonNode parameter : component.path("parameters")) {
                    text = text.replace(
                            "{{" + at++ + "}}", parameter.path("text").asText());
                }
            }
        }
        return text;
    }

    private static String describe(JsonNode message) {
        String type = message.path("type").asText("text");
        if (!type.equals("interactive")) {
            return type;
        }
        JsonNode part = message.path("interactive");
        int buttons = part.path("action").path("buttons").size();
        return type + " " + part.path("type").asText() + (buttons > 0 ? ", " + buttons : "");
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
