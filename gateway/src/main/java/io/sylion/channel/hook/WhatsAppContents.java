package io.sylion.channel.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.channel.api.InboundContent;
import io.sylion.channel.api.InboundMedia;
import io.sylion.channel.domain.MessageType;
import io.sylion.platform.api.Json;
import io.sylion.platform.text.CleanText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a message says, whatever its type. A type that nobody knows yet is UNSUPPORTED and shown as such. */
final class WhatsAppContents {
    private static final int LONGEST_LABEL = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINK = 2_000;
    private static final int MOST_ITEMS = 100;
    private static final String UNKNOWN = "unknown";

    /** In the order in which a message without type is searched for its content. */
    private static final List<String> TYPES = List.of(
            "text",
            "image",
            "video",
            "audio",
            "voice",
            "document",
            "sticker",
            "location",
            "contacts",
            "interactive",
            "button",
            "reaction",
            "order",
            "system",
            "edit",
            "revoke",
            "unsupported");

    private static final Set<String> BIDIRECTIONAL = Set.of(
            "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068",
            "\u2069");

    private WhatsAppContents() {}

    /** What the message calls itself, else what it contains. Never null. */
    static String typeOf(JsonNode message) {
        String type = WireText.line(message.path("type"), 60);
        if (type != null) {
            return type.toLowerCase(Locale.ROOT);
        }
        return TYPES.stream().filter(message::hasNonNull).findFirst().orElse(UNKNOWN);
    }

    static InboundContent of(JsonNode message) {
        InboundContent content = plain(message);
        ObjectNode detail = content.detail() instanceof ObjectNode object ? object : object();
        addCircumstances(message, detail);
        return new InboundContent(content.type(), content.text(), content.media(), detail.isEmpty() ? null : detail);
    }

    private static InboundContent plain(JsonNode message) {
        String type = typeOf(message);
        JsonNode own = message.path(type);
        return switch (type) {
            case "text" -> text(own);
            case "image" -> media(MessageType.IMAGE, own, message);
            case "video" -> media(MessageType.VIDEO, own, message);
            case "audio" -> media(own.path("voice").asBoolean() ? MessageType.VOICE : MessageType.AUDIO, own, message);
            case "voice" -> media(MessageType.VOICE, own, message);
            case "document" -> media(MessageType.DOCUMENT, own, message);
            case "sticker" -> media(MessageType.STICKER, own, message);
            case "location" -> location(own, message);
            case "contacts" -> contacts(own, message);
            case "button" ->
                choice(MessageType.BUTTON_REPLY, own.path("payload"), own.path("text"), own.path("description"));
            case "interactive" -> interactive(own, message);
            case "order" -> order(own);
            case "template" -> new InboundContent(MessageType.TEMPLATE, null, null, template(own));
            default -> unsupported(type, message);
        };
    }

    private static InboundContent text(JsonNode own) {
        JsonNode body = own.isTextual() ? own : own.path("body");
        return new InboundContent(MessageType.TEXT, WireText.text(body, WireText.LONGEST_BODY), null, null);
    }

    private static InboundContent media(MessageType type, JsonNode own, JsonNode message) {
        String id = WireText.id(own.path("id"));
        if (id == null) {
            return unsupported(typeOf(message), message);
        }
        InboundMedia media = new InboundMedia(
                id,
                mimeType(own.path("mime_type")),
                fileName(own.path("filename")),
                WireText.line(own.path("sha256"), 128));
        ObjectNode detail = object();
        if (own.path("animated").asBoolean()) {
            detail.put("animated", true);
        }
        return new InboundContent(type, WireText.text(own.path("caption"), WireText.LONGEST_BODY), media, detail);
    }

    private static String mimeType(JsonNode node) {
        String told = WireText.line(node, 255);
        String type = told == null ? "" : told.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches("[a-z0-9.+*-]+/[a-z0-9.+*_-]+") ? type : "application/octet-stream";
    }

    /** The last part of a path, without marks that turn the reading direction and so disguise an extension. */
    private static String fileName(JsonNode node) {
        String name = WireText.line(node, WireText.LONGEST_BODY);
        if (name == null) {
            return null;
        }
        for (String mark : BIDIRECTIONAL) {
            name = name.replace(mark, "");
        }
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        if (name.length() > LONGEST_NAME) {
            int dot = name.lastIndexOf('.');
            String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
            name = CleanText.cut(name, LONGEST_NAME - extension.length()) + extension;
        }
        return name.isEmpty() ? null : name;
    }

    private static InboundContent location(JsonNode own, JsonNode message) {
        ObjectNode place = object();
        putDegrees(place, "latitude", own.path("latitude"), 90);
        putDegrees(place, "longitude", own.path("longitude"), 180);
        put(place, "name", own.path("name"), LONGEST_LABEL);
        put(place, "address", own.path("address"), LONGEST_LABEL);
        if (place.isEmpty()) {
            return unsupported("location", message);
        }
        ObjectNode detail = object();
        detail.set("location", place);
        return new InboundContent(MessageType.LOCATION, null, null, detail);
    }

    private static void putDegrees(ObjectNode place, String name, JsonNode degrees, int most) {
        double value = degrees.asDouble(Double.NaN);
        if (degrees.isValueNode() && !degrees.isBoolean() && Math.abs(value) <= most) {
            place.put(name, value);
        }
    }

    private static InboundContent contacts(JsonNode own, JsonNode message) {
        ArrayNode cards = JsonNodeFactory.instance.arrayNode();
        for (JsonNode contact : own.isObject() ? List.of(own) : own) {
            if (contact.isObject() && cards.size() < MOST_ITEMS) {
                cards.add(card(contact));
            }
        }
        if (cards.isEmpty()) {
            return unsupported("contacts", message);
        }
        ObjectNode detail = object();
        detail.set("contacts", cards);
        return new InboundContent(MessageType.CONTACTS, null, null, detail);
    }

    private static ObjectNode card(JsonNode contact) {
        ObjectNode card = object();
        JsonNode name = contact.path("name");
        put(card, "name", name.isTextual() ? name : name.path("formatted_name"), LONGEST_NAME);
        if (!card.has("name")) {
            String parts = String.join(
                    " ", values(List.of(name.path("first_name"), name.path("middle_name"), name.path("last_name"))));
            if (!parts.isEmpty()) {
                card.put("name", parts);
            }
        }
        putValues(card, "phones", contact.path("phones"), "phone");
        putValues(card, "emails", contact.path("emails"), "email");
        JsonNode org = contact.path("org");
        put(card, "org", org.isTextual() ? org : org.path("company"), LONGEST_NAME);
        return card;
    }

    private static void putValues(ObjectNode card, String name, JsonNode list, String key) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : list) {
            String value = WireText.line(each.isTextual() ? each : each.path(key), LONGEST_NAME);
            if (value != null && values.size() < MOST_ITEMS) {
                values.add(value);
            }
        }
        if (!values.isEmpty()) {
            card.set(name, values);
        }
    }

    private static List<String> values(List<JsonNode> nodes) {
        return nodes.stream()
                .map(node -> WireText.line(node, LONGEST_NAME))
                .filter(text -> text != null)
                .toList();
    }

    private static InboundContent interactive(JsonNode own, JsonNode message) {
        String kind = WireText.line(own.path("type"), 60);
        if (kind == null) {
            kind = own.has("button_reply") ? "button_reply" : own.has("list_reply") ? "list_reply" : "";
        }
        JsonNode reply = own.path(kind);
        return switch (kind) {
            case "button_reply" ->
                choice(MessageType.BUTTON_REPLY, reply.path("id"), reply.path("title"), reply.path("description"));
            case "list_reply" ->
                choice(MessageType.LIST_REPLY, reply.path("id"), reply.path("title"), reply.path("description"));
            case "nfm_reply" -> form(reply);
            case "call_permission_reply" -> callPermission(reply);
            case "" -> unsupported("interactive", message);
            default -> {
                ObjectNode detail = object();
                detail.putObject("interactive").put("what", kind);
                String words = WireText.text(own.path("body").path("text"), WireText.LONGEST_BODY);
                yield new InboundContent(MessageType.INTERACTIVE, words, null, detail);
            }
        };
    }

    private static InboundContent choice(MessageType type, JsonNode id, JsonNode title, JsonNode description) {
        ObjectNode detail = object();
        ObjectNode choice = detail.putObject("choice");
        put(choice, "id", id, LONGEST_LABEL);
        put(choice, "title", title, LONGEST_LABEL);
        put(choice, "description", description, LONGEST_LABEL);
        return new InboundContent(type, WireText.text(title, LONGEST_LABEL), null, detail);
    }

    private static InboundContent form(JsonNode reply) {
        ObjectNode detail = object();
        ObjectNode form = detail.putObject("form");
        put(form, "name", reply.path("name"), LONGEST_NAME);
        put(form, "body", reply.path("body"), LONGEST_LABEL);
        form.set("response", response(reply.path("response_json")));
        return new InboundContent(
                MessageType.FORM_REPLY, WireText.text(reply.path("body"), LONGEST_LABEL), null, detail);
    }

    /** The filled-in values: an object; what is no JSON is kept as text. */
    private static JsonNode response(JsonNode node) {
        if (!node.isTextual()) {
            return WireText.tree(node);
        }
        try {
            JsonNode response = Json.mapper().readTree(node.asText());
            return WireText.tree(response);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(CleanText.of(node.asText(), WireText.LONGEST_BODY));
        }
    }

    private static InboundContent callPermission(JsonNode reply) {
        ObjectNode detail = object();
        ObjectNode permission = detail.putObject("callPermission");
        put(permission, "response", reply.path("response"), 60);
        permission.put("permanent", reply.path("is_permanent").asBoolean());
        put(permission, "expiresAt", reply.path("expiration_timestamp"), 60);
        put(permission, "source", reply.path("response_source"), 60);
        return new InboundContent(MessageType.CALL_PERMISSION, null, null, detail);
    }

    private static InboundContent order(JsonNode own) {
        ObjectNode detail = object();
        ObjectNode order = detail.putObject("order");
        put(order, "catalog", own.path("catalog_id"), LONGEST_NAME);
        put(order, "text", own.path("text"), LONGEST_LABEL);
        ArrayNode items = order.putArray("items");
        for (JsonNode item : own.path("product_items")) {
            if (item.isObject() && items.size() < MOST_ITEMS) {
                ObjectNode line = items.addObject();
                put(line, "product", item.path("product_retailer_id"), LONGEST_NAME);
                put(line, "quantity", item.path("quantity"), 20);
                put(line, "price", item.path("item_price"), 30);
                put(line, "currency", item.path("currency"), 10);
            }
        }
        String words = WireText.text(own.path("text"), WireText.LONGEST_BODY);
        return new InboundContent(MessageType.ORDER, words, null, detail);
    }

    private static ObjectNode template(JsonNode own) {
        ObjectNode detail = object();
        put(detail.putObject("template"), "name", own.path("name"), LONGEST_NAME);
        return detail;
    }

    private static InboundContent unsupported(String type, JsonNode message) {
        JsonNode error = WhatsAppErrorWords.first(message.path("errors"));
        String what = WireText.line(message.path("unsupported").path("type"), 60);
        ObjectNode detail = object();
        ObjectNode unsupported = detail.putObject("unsupported");
        unsupported.put("what", what == null ? type : what);
        put(unsupported, "code", error.path("code"), 20);
        String title = WhatsAppErrorWords.reason(error);
        if (title != null) {
            unsupported.put("title", title);
        }
        return new InboundContent(MessageType.UNSUPPORTED, null, null, detail);
    }

    /** How the message came about: forwarded, after a click on an ad, about a product, in a group. */
    private static void addCircumstances(JsonNode message, ObjectNode detail) {
        JsonNode context = message.path("context");
        boolean often = context.path("frequently_forwarded").asBoolean();
        if (often || context.path("forwarded").asBoolean()) {
            detail.put("forwarded", true);
        }
        if (often) {
            detail.put("forwardedOften", true);
        }
        ObjectNode product = object();
        put(product, "catalog", context.path("referred_product").path("catalog_id"), LONGEST_NAME);
        put(product, "product", context.path("referred_product").path("product_retailer_id"), LONGEST_NAME);
        setUnlessEmpty(detail, "product", product);
        setUnlessEmpty(detail, "referral", referral(message.path("referral")));
        put(detail, "group", message.path("group_id"), LONGEST_NAME);
    }

    private static ObjectNode referral(JsonNode own) {
        ObjectNode referral = object();
        put(referral, "type", own.path("source_type"), 60);
        put(referral, "id", own.path("source_id"), LONGEST_NAME);
        put(referral, "url", own.path("source_url"), LONGEST_LINK);
        put(referral, "headline", own.path("headline"), LONGEST_LABEL);
        put(referral, "body", own.path("body"), LONGEST_LABEL);
        put(referral, "click", own.path("ctwa_clid"), LONGEST_NAME);
        return referral;
    }

    private static void setUnlessEmpty(ObjectNode detail, String name, ObjectNode part) {
        if (!part.isEmpty()) {
            detail.set(name, part);
        }
    }

    private static void put(ObjectNode target, String name, JsonNode value, int longest) {
        String text = WireText.line(value, longest);
        if (text != null) {
            target.put(name, text);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
