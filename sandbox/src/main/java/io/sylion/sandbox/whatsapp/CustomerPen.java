package io.sylion.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.WireJson;
import io.sylion.sandbox.state.MediaShelf;
import io.sylion.sandbox.state.PhoneChats;
import io.sylion.sandbox.state.PhoneLine;
import io.sylion.sandbox.state.TestCustomer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes messages as a customer: shown in the chat, sent as a webhook, one after the other for each chat. */
public final class CustomerPen {
    /** File and type of the sample that stands in when a medium is sent without a file. */
    private static final Map<String, String[]> SAMPLES = Map.of(
            "image", new String[] {"robe.jpg", "image/jpeg"},
            "sticker", new String[] {"merci.webp", "image/webp"},
            "audio", new String[] {"note-vocale.ogg", "audio/ogg; codecs=opus"},
            "video", new String[] {"video.mp4", "video/mp4"},
            "document", new String[] {"facture.pdf", "application/pdf"});

    private final PhoneChats chats;
    private final MediaShelf shelf;
    private final WebhookSender webhooks;
    private final Map<String, ArrayDeque<Runnable>> queues = new ConcurrentHashMap<>();

    public CustomerPen(PhoneChats chats, MediaShelf shelf, WebhookSender webhooks) {
        this.chats = chats;
        this.shelf = shelf;
        this.webhooks = webhooks;
    }

    /**
     * Sends what is given: a wire message object without sender, id and time. Short forms: {@code text} as a string; a
     * medium without id (a sample is taken); {@code quoted} as the id that is answered. Returns the message.
     */
    public ObjectNode write(TestCustomer customer, PhoneLine line, ObjectNode wish) throws IOException {
        String type = wish.path("type").asText(wish.has("text") ? "text" : "");
        if (type.isEmpty()) {
            throw new IllegalArgumentException("type is missing");
        }
        long now = System.currentTimeMillis();
        ObjectNode message = WireJson.object();
        if (!customer.hidesPhone()) {
            message.put("from", customer.phone());
        }
        message.put("from_user_id", customer.userId());
        message.put("id", wish.path("id").asText(Wamids.create()));
        message.put("timestamp", wish.path("timestamp").asText(Long.toString(now / 1000)));
        message.put("type", type);
        wish.properties().forEach(field -> {
            if (!message.has(field.getKey()) && !field.getKey().equals("quoted")) {
                message.set(field.getKey(), field.getValue());
            }
        });
        if (wish.path("text").isTextual()) {
            message.putObject("text").put("body", wish.path("text").asText());
        }
        if (SAMPLES.containsKey(type)) {
            message.set(
                    type,
                    medium(
                            type,
                            wish.path(type).isObject()
                                    ? (ObjectNode) wish.path(type).deepCopy()
                                    : WireJson.object()));
        }
        if (wish.hasNonNull("quoted")) {
            message.putObject("context")
                    .put("from", line.number())
                    .put("id", wish.path("quoted").asText());
        }
        show(customer, line, message, now);
        ObjectNode value = WebhookSender.value(line);
        ObjectNode contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", customer.name());
        if (!customer.hidesPhone()) {
            contact.put("wa_id", customer.phone());
        }
        contact.put("user_id", customer.userId());
        value.putArray("messages").add(message);
        String id = message.path("id").asText();
        Step step = next -> webhooks.send(line, value, "webhook", type + ", " + id, ok -> {
            chats.tick(customer, line, id, ok ? "sent" : "failed");
            next.run();
        });
        if (webhooks.disordered()) {
            step.run(() -> {});
        } else {
            enqueue(customer.id() + '@' + line.id(), step);
        }
        return message;
    }

    /** Shows the messages of a webhook that was sent as it is, as far as this customer wrote them. */
    public void showSent(TestCustomer customer, PhoneLine line, byte[] body) throws IOException {
        JsonNode envelope = WireJson.MAPPER.readTree(body);
        for (JsonNode message : envelope.findValues("messages").stream()
                .filter(JsonNode::isArray)
                .flatMap(list -> list.valueStream())
                .toList()) {
            boolean own = message.path("from").asText().equals(customer.phone())
                    || message.path("from_user_id").asText().equals(customer.userId());
            if (own && message.path("id").isTextual() && message.path("type").isTextual()) {
                show(customer, line, (ObjectNode) message, System.currentTimeMillis());
                chats.tick(customer, line, message.path("id").asText(), "sent");
            }
        }
    }

    private void show(TestCustomer customer, PhoneLine line, ObjectNode message, long now) {
        ObjectNode shown = message.deepCopy();
        shown.put("mine", true).put("time", now).put("tick", "clock");
        shelf.describe(shown);
        if (message.path("context").has("id")) {
            shown.put("quoted", message.path("context").path("id").asText());
        }
        chats.show(customer, line, shown);
    }

    private interface Step {
        void run(Runnable next);
    }

    private void enqueue(String chat, Step step) {
        ArrayDeque<Runnable> queue = queues.computeIfAbsent(chat, key -> new ArrayDeque<>());
        boolean first;
        Runnable task = () -> step.run(() -> {
            Runnable following;
            synchronized (queue) {
                queue.poll();
                following = queue.peek();
            }
            if (following != null) {
                following.run();
            }
        });
        synchronized (queue) {
            first = queue.isEmpty();
            queue.add(task);
        }
        if (first) {
            task.run();
        }
    }

    /** The object of a medium as webhooks carry it; digest in base64. */
    private ObjectNode medium(String type, ObjectNode wish) throws IOException {
        MediaShelf.Medium medium =
                wish.hasNonNull("id") ? shelf.find(wish.path("id").asText()) : sample(type);
        if (medium == null) {
            return wish;
        }
        wish.put("id", medium.id()).put("mime_type", medium.mime());
        wish.put("sha256", Base64.getEncoder().encodeToString(HexFormat.of().parseHex(medium.sha256())));
        if (type.equals("document") && !wish.has("filename") && medium.name() != null) {
            wish.put("filename", medium.name());
        }
        if (type.equals("audio") && !wish.has("voice")) {
            wish.put("voice", medium.mime().contains("opus"));
        }
        if (type.equals("sticker") && !wish.has("animated")) {
            wish.put("animated", false);
        }
        return wish;
    }

    MediaShelf.Medium sample(String type) throws IOException {
        String[] sample = SAMPLES.get(type);
        try (InputStream content = CustomerPen.class.getResourceAsStream("/io/sylion/sandbox/media/" + sample[0])) {
            return shelf.put(sample[1], sample[0], content);
        }
    }

    static boolean isMedium(String type) {
        return SAMPLES.containsKey(type);
    }

    /** The objects of a raw message that name a medium get one that can really be fetched. */
    void fillMedia(JsonNode message) throws IOException {
        for (String type : SAMPLES.keySet()) {
            if (message.path(type).isObject() && message.path(type).has("id")) {
                ((ObjectNode) message.path(type)).put("id", sample(type).id());
            }
        }
    }
}
