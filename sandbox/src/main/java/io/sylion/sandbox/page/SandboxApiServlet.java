package io.sylion.sandbox.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.HttpExchanges;
import io.sylion.sandbox.http.WireJson;
import io.sylion.sandbox.state.Knobs;
import io.sylion.sandbox.state.MediaShelf;
import io.sylion.sandbox.state.PhoneChats;
import io.sylion.sandbox.state.PhoneEvents;
import io.sylion.sandbox.state.PhoneLine;
import io.sylion.sandbox.state.PhoneLines;
import io.sylion.sandbox.state.SandboxSettings;
import io.sylion.sandbox.state.SendLedger;
import io.sylion.sandbox.state.TestCustomer;
import io.sylion.sandbox.state.WireJournal;
import io.sylion.sandbox.whatsapp.CustomerPen;
import io.sylion.sandbox.whatsapp.MediaDesk;
import io.sylion.sandbox.whatsapp.SampleCatalog;
import io.sylion.sandbox.whatsapp.WebhookSender;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The sandbox's own interface, for its page, for tests and for the load generator; see docs/features/sandbox.md. */
public final class SandboxApiServlet extends HttpServlet {
    private static final int BODY_LIMIT = 16 << 20;

    private final transient SandboxSettings settings;
    private final transient Parts parts;

    /** What this servlet shows and steers. */
    public record Parts(
            Knobs knobs,
            WireJournal journal,
            SendLedger ledger,
            PhoneLines lines,
            PhoneChats chats,
            MediaShelf shelf,
            PhoneEvents events,
            WebhookSender webhooks,
            CustomerPen pen,
            SampleCatalog samples) {}

    /** A request that names something unknown or is not understood. */
    private static final class Refused extends RuntimeException {
        private final int status;

        private Refused(int status, String message) {
            super(message, null, false, false);
            this.status = status;
        }
    }

    public SandboxApiServlet(SandboxSettings settings, Parts parts) {
        this.settings = settings;
        this.parts = parts;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        settings.learn(request);
        response.setHeader("Cache-Control", "no-store");
        List<String> path = HttpExchanges.path(request);
        try {
            if (path.isEmpty()) {
                throw new Refused(404, "nothing here");
            }
            route(request.getMethod() + ' ' + path.get(0), path, request, response);
        } catch (Refused e) {
            HttpExchanges.write(response, e.status, WireJson.object().put("error", e.getMessage()));
        } catch (JsonProcessingException e) {
            HttpExchanges.write(response, 400, WireJson.object().put("error", e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            HttpExchanges.write(response, 400, WireJson.object().put("error", String.valueOf(e.getMessage())));
        }
    }

    private void route(String route, List<String> path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String second = path.size() > 1 ? path.get(1) : "";
        String third = path.size() > 2 ? path.get(2) : "";
        switch (route) {
            case "GET state" -> HttpExchanges.write(response, 200, state(request));
            case "GET knobs" -> HttpExchanges.write(response, 200, WireJson.tree(parts.knobs()));
            case "PUT knobs" -> knobs(body(request), response);
            case "DELETE knobs" -> knobs(WireJson.tree(new Knobs()), response);
            case "GET journal" -> journal(second, third, request, response);
            case "DELETE journal" -> {
                parts.journal().clear();
                response.setStatus(204);
            }
            case "GET ledger" -> ledger(request, response);
            case "DELETE ledger" -> {
                parts.ledger().clear();
                response.setStatus(204);
            }
            case "GET counters" ->
                HttpExchanges.write(response, 200, WireJson.tree(parts.ledger().counters()));
            case "GET customers" -> customers(second, request, response);
            case "POST customers" -> {
                if (third.equals("messages")) {
                    write(customer(second), request, response);
                } else {
                    TestCustomer added = parts.chats().add(body(request));
                    HttpExchanges.write(response, 201, WireJson.tree(added));
                }
            }
            case "PUT customers" -> {
                long hours = body(request).path("hours_ago").asLong();
                long time = System.currentTimeMillis() - hours * 3_600_000;
                parts.chats().setLastInbound(customer(second), line(request), time);
                response.setStatus(204);
            }
            case "GET samples" -> samples(second, response);
            case "POST samples" -> sendSample(second, request, response);
            case "POST webhook" -> {
                PhoneLine line = line(request);
                once(line, HttpExchanges.body(request, BODY_LIMIT), "raw", request);
            }
            case "GET channels" ->
                HttpExchanges.write(response, 200, WireJson.bytes(parts.lines().all()));
            case "PUT channels" -> channels(request, response);
            case "GET media" -> {
                MediaShelf.Medium medium = parts.shelf().find(second);
                if (medium == null) {
                    throw new Refused(404, "no such medium");
                }
                response.setHeader("Content-Security-Policy", "sandbox");
                response.setHeader("X-Content-Type-Options", "nosniff");
                MediaDesk.stream(medium, request, response);
            }
            case "GET events" -> events(request, response);
            case "POST reset" -> {
                parts.lines().reset();
                parts.chats().reset();
                parts.journal().clear();
                parts.ledger().clear();
                knobs(WireJson.tree(new Knobs()), response);
                parts.events().publish("reload", "");
            }
            default -> throw new Refused(404, "nothing here: " + route);
        }
    }

    private static ObjectNode body(HttpServletRequest request) throws IOException {
        if (HttpExchanges.json(request) instanceof ObjectNode body) {
            return body;
        }
        throw new Refused(400, "the body must be a JSON object");
    }

    private PhoneLine line(HttpServletRequest request) {
        String id = HttpExchanges.query(request, "channel");
        PhoneLine line =
                id == null ? parts.lines().all().getFirst() : parts.lines().find(id);
        if (line == null) {
            throw new Refused(404, "no channel " + id);
        }
        return line;
    }

    private TestCustomer customer(String id) {
        TestCustomer customer = parts.chats().find(id);
        if (customer == null) {
            throw new Refused(404, "no customer " + id);
        }
        return customer;
    }

    private ObjectNode state(HttpServletRequest request) {
        ObjectNode state = WireJson.object().put("application", settings.applicationUrl());
        ArrayNode channels = state.putArray("channels");
        for (PhoneLine line : parts.lines().all()) {
            channels.addObject()
                    .put("id", line.id())
                    .put("business", line.business())
                    .put("number", line.number())
                    .put("dialect", line.dialect());
        }
        PhoneLine line = line(request);
        state.put("channel", line.id());
        ArrayNode customers = state.putArray("customers");
        for (TestCustomer customer : parts.chats().customers()) {
            customers.add(summary(customer, line));
        }
        state.set("knobs", WireJson.tree(parts.knobs()));
        return state;
    }

    private ObjectNode summary(TestCustomer customer, PhoneLine line) {
        ObjectNode chat = parts.chats().view(customer, line);
        ObjectNode node = WireJson.tree(customer);
        node.set("last_inbound", chat.path("last_inbound"));
        JsonNode messages = chat.path("messages");
        if (!messages.isEmpty()) {
            node.set("last", messages.get(messages.size() - 1));
        }
        return node;
    }

    private void knobs(ObjectNode wish, HttpServletResponse response) throws IOException {
        ObjectNode trial = WireJson.tree(parts.knobs());
        trial.setAll(wish);
        WireJson.record(trial, Knobs.class).check();
        WireJson.MAPPER.readerForUpdating(parts.knobs()).readValue(wish);
        ObjectNode knobs = WireJson.tree(parts.knobs());
        parts.events().publish("knobs", knobs);
        HttpExchanges.write(response, 200, knobs);
    }

    private void journal(String seq, String what, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (seq.isEmpty()) {
            HttpExchanges.write(response, 200, WireJson.bytes(parts.journal().since(number(request, "since", 0))));
            return;
        }
        WireJournal.Line line = parts.journal().find(Long.parseLong(seq));
        if (line == null || line.body() == null) {
            throw new Refused(404, "no body kept");
        }
        String body = new String(line.body(), StandardCharsets.UTF_8);
        if (what.equals("curl")) {
            StringBuilder command = new StringBuilder();
            for (String word : line.curl()) {
                command.append(word.matches("[\\w:/.-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                        .append(' ');
            }
            command.append("--data-binary '").append(body.replace("'", "'\\''")).append('\'');
            HttpExchanges.write(
                    response,
                    200,
                    "text/plain; charset=UTF-8",
                    command.toString().getBytes(StandardCharsets.UTF_8));
        } else {
            HttpExchanges.write(response, 200, line.body());
        }
    }

    private void ledger(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String channel = HttpExchanges.query(request, "channel");
        String to = HttpExchanges.query(request, "to");
        String context = HttpExchanges.query(request, "context");
        Predicate<SendLedger.Entry> wanted = entry -> (channel == null || channel.equals(entry.channel()))
                && (to == null || to.equals(entry.to()))
                && (context == null || context.equals(entry.context()));
        long since = number(request, "since", 0);
        int limit = Math.clamp(number(request, "limit", 1000), 0, 100_000);
        List<SendLedger.Entry> entries = parts.ledger().since(since, limit, wanted);
        response.setContentType("application/json; charset=UTF-8");
        try (JsonGenerator json = WireJson.MAPPER.createGenerator(response.getOutputStream())) {
            json.writeStartObject();
            json.writeNumberField("last", parts.ledger().lastSeq());
            json.writeNumberField(
                    "next", entries.isEmpty() ? since : entries.getLast().seq());
            json.writeObjectField("counters", parts.ledger().counters());
            json.writeArrayFieldStart("entries");
            for (SendLedger.Entry entry : entries) {
                entry.write(json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static long number(HttpServletRequest request, String name, long otherwise) {
        String value = HttpExchanges.query(request, name);
        return value == null ? otherwise : Long.parseLong(value);
    }

    private void customers(String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!id.isEmpty()) {
            HttpExchanges.write(response, 200, parts.chats().view(customer(id), line(request)));
            return;
        }
        ArrayNode all = WireJson.array();
        for (TestCustomer customer : parts.chats().customers()) {
            all.add(summary(customer, line(request)));
        }
        HttpExchanges.write(response, 200, all);
    }

    private void write(TestCustomer customer, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        PhoneLine line = line(request);
        String contentType = request.getContentType();
        ObjectNode wish =
                contentType != null && contentType.startsWith("multipart/form-data") ? upload(request) : body(request);
        HttpExchanges.write(response, 202, parts.pen().write(customer, line, wish));
    }

    private ObjectNode upload(HttpServletRequest request) throws IOException, ServletException {
        Part file = request.getPart("file");
        if (file == null) {
            throw new Refused(400, "file is missing");
        }
        String mime = file.getContentType() == null ? "application/octet-stream" : file.getContentType();
        String given = request.getParameter("type");
        String media = mime.replaceAll("/.*", "");
        String type = given != null && !given.isBlank()
                ? given
                : mime.equals("image/webp")
                        ? "sticker"
                        : List.of("image", "audio", "video").contains(media) ? media : "document";
        MediaShelf.Medium medium;
        try (InputStream content = file.getInputStream()) {
            medium = parts.shelf().put(mime, file.getSubmittedFileName(), content);
        }
        ObjectNode wish = WireJson.object().put("type", type);
        ObjectNode node = wish.putObject(type).put("id", medium.id());
        String caption = request.getParameter("caption");
        if (caption != null && !caption.isBlank()) {
            node.put("caption", caption);
        }
        if (request.getParameter("quoted") != null) {
            wish.put("quoted", request.getParameter("quoted"));
        }
        return wish;
    }

    private void samples(String name, HttpServletResponse response) throws IOException {
        if (name.isEmpty()) {
            HttpExchanges.write(
                    response, 200, WireJson.bytes(parts.samples().entries().values()));
        } else if (parts.samples().entries().containsKey(name)) {
            HttpExchanges.write(response, 200, parts.samples().raw(name));
        } else {
            throw new Refused(404, "no sample " + name);
        }
    }

    private void sendSample(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!parts.samples().entries().containsKey(name)) {
            throw new Refused(404, "no sample " + name);
        }
        PhoneLine line = line(request);
        String id = HttpExchanges.query(request, "customer");
        TestCustomer customer = id == null ? null : customer(id);
        String sender = customer == null ? HttpExchanges.query(request, "from") : customer.phone();
        boolean raw = "true".equals(HttpExchanges.query(request, "raw"));
        byte[] body = raw ? parts.samples().raw(name) : parts.samples().fitted(name, line, sender);
        JsonNode sample = parts.samples().entries().get(name);
        if (customer != null && !raw && sample.path("expect").asText().equals("stored")) {
            parts.pen().showSent(customer, line, body);
        }
        once(line, body, name, request);
    }

    /** Posts once and answers with what the application said. */
    private void once(PhoneLine line, byte[] body, String detail, HttpServletRequest request) {
        AsyncContext held = request.startAsync();
        parts.webhooks()
                .once(
                        line,
                        body,
                        detail,
                        answer -> Thread.startVirtualThread(() -> {
                            ObjectNode result = WireJson.object()
                                    .put("status", answer.status())
                                    .put("millis", answer.millis());
                            result.put(
                                    "answer",
                                    answer.failure() == null
                                            ? answer.text()
                                            : answer.failure().toString());
                            result.put("sent", new String(body, StandardCharsets.UTF_8));
                            try {
                                HttpExchanges.write((HttpServletResponse) held.getResponse(), 200, result);
                            } catch (IOException e) {
                                // the caller has gone
                            } finally {
                                held.complete();
                            }
                        }));
    }

    /** One channel, a list of them, or a range: {@code {"first": "100…1", "count": 50, …}}. */
    private void channels(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonNode body = HttpExchanges.json(request);
        if (body == null) {
            throw new Refused(400, "the body must be a channel or a list of channels");
        }
        if (body.has("first")) {
            ObjectNode each = body.deepCopy();
            long first = Long.parseLong(each.remove("first").asText());
            int count = Math.min(10_000, each.remove("count").asInt(1));
            for (long id = first; id < first + count; id++) {
                each.put("phone_number_id", Long.toString(id));
                parts.lines().put(WireJson.record(each, PhoneLine.class));
            }
        } else if (body.isArray()) {
            for (JsonNode each : body) {
                parts.lines().put(WireJson.record(each, PhoneLine.class));
            }
        } else {
            parts.lines().put(WireJson.record(body, PhoneLine.class));
        }
        parts.events().publish("reload", "");
        HttpExchanges.write(
                response,
                200,
                WireJson.object().put("channels", parts.lines().all().size()));
    }

    private void events(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("text/event-stream; charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext held = request.startAsync();
        held.setTimeout(0);
        BlockingQueue<byte[]> browser = parts.events().join();
        Thread.ofVirtual().name("sandbox-events").start(() -> {
            try {
                OutputStream out = held.getResponse().getOutputStream();
                out.write("retry: 1000\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                while (true) {
                    byte[] event = browser.poll(15, TimeUnit.SECONDS);
                    out.write(event == null ? new byte[] {':', '\n', '\n'} : event);
                    out.flush();
                }
            } catch (IOException | InterruptedException e) {
                // the browser has gone or the sandbox ends
            } finally {
                parts.events().leave(browser);
                held.complete();
            }
        });
    }
}
