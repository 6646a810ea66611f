package io.sylion.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sylion.sandbox.http.WireJson;
import io.sylion.sandbox.state.PhoneLine;
import io.sylion.sandbox.state.SendLedger;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named webhook bodies: every type, status, system event and oddity that was seen on the wire. They are sent with ids,
 * times and the number of the chosen line put in, or word for word.
 */
public final class SampleCatalog {
    private static final String FOLDER = "/io/sylion/sandbox/samples/";

    private final Map<String, ObjectNode> entries = new LinkedHashMap<>();
    private final CustomerPen pen;
    private final SendLedger ledger;

    public SampleCatalog(CustomerPen pen, SendLedger ledger) throws IOException {
        this.pen = pen;
        this.ledger = ledger;
        for (JsonNode entry : WireJson.MAPPER.readTree(read("catalog.json"))) {
            entries.put(entry.path("name").asText(), (ObjectNode) entry);
        }
    }

    public Map<String, ObjectNode> entries() {
        return entries;
    }

    /** The bytes of a sample as they stand in the catalogue. */
    public byte[] raw(String name) throws IOException {
        return read(entries.get(name).path("file").asText());
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = SampleCatalog.class.getResourceAsStream(FOLDER + file)) {
            return in.readAllBytes();
        }
    }

    /** The sample made to fit: fresh ids and times, the line's number, media that exist, a message that was sent. */
    public byte[] fitted(String name, PhoneLine line, String sender) throws IOException {
        if (!entries.get(name).path("fit").asBoolean(true)) {
            return raw(name);
        }
        JsonNode body = WireJson.MAPPER.readTree(raw(name));
        new Fitting(line, sender).visit(body, "");
        return WireJson.escaped(body);
    }

    private final class Fitting {
        private final PhoneLine line;
        private final String sender;
        private final Map<String, String> ids = new HashMap<>();

        private Fitting(PhoneLine line, String sender) {
            this.line = line;
            this.sender = sender;
        }

        private void visit(JsonNode node, String inside) throws IOException {
            if (node.isArray()) {
                for (JsonNode child : node) {
                    if (inside.equals("entry") && child.has("id")) {
                        ((ObjectNode) child).put("id", line.accountId());
                    }
                    visit(child, inside);
                }
            } else if (node instanceof ObjectNode object) {
                pen.fillMedia(object);
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    if (field.getValue().isValueNode()) {
                        field.setValue(value(field.getKey(), field.getValue()));
                    } else {
                        visit(field.getValue(), field.getKey());
                    }
                }
            }
        }

        private JsonNode value(String key, JsonNode value) {
            return switch (key) {
                case "phone_number_id" -> TextNode.valueOf(line.id());
                case "display_phone_number" -> TextNode.valueOf(line.number());
                case "timestamp" ->
                    value.isTextual() && value.asText().matches("\\d{10}")
                            ? TextNode.valueOf(Long.toString(System.currentTimeMillis() / 1000))
                            : value;
                default -> text(value);
            };
        }

        private JsonNode text(JsonNode value) {
            String text = value.asText();
            if (!value.isTextual()) {
                return value;
            }
            if (text.equals("33600000002") && sender != null) {
                return TextNode.valueOf(sender);
            }
            if (text.startsWith("wamid.")) {
                return TextNode.valueOf(ids.computeIfAbsent(text, this::fresh));
            }
            return value;
        }

        private String fresh(String id) {
            if (id.startsWith("wamid.OUT")) {
                SendLedger.Entry last = ledger.newest(entry -> entry.channel().equals(line.id())
                        && (sender == null || entry.to().equals(sender)));
                if (last != null) {
                    return last.id();
                }
            }
            return Wamids.create();
        }
    }
}
