package io.sylion.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.sandbox.state.MediaShelf;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks an outgoing message as the provider would: envelope (100), missing (131008), out of limits (131009). */
final class MessageCheck {
    static final Map<String, Template> TEMPLATES = Map.of(
            "hello_world", new Template("en_US", "UTILITY", 0, "Hello World"),
            "commande_expediee",
                    new Template("fr", "UTILITY", 2, "Bonjour {{1}}, votre commande {{2}} vient de partir."),
            "reprise_de_contact",
                    new Template("fr", "UTILITY", 1, "Bonjour {{1}}, pouvons-nous reprendre notre conversation ?"),
            "offre_printemps",
                    new Template("fr", "MARKETING", 1, "Bonjour {{1}}, -20 % sur la collection de printemps !"),
            "code_verification", new Template("fr", "AUTHENTICATION", 1, "Votre code est {{1}}."));

    private static final Pattern PLUS = Pattern.compile("^\\+");
    private static final Pattern NUMBER = Pattern.compile("[0-9 ()-]{5,20}");

    private final MediaShelf shelf;

    MessageCheck(MediaShelf shelf) {
        this.shelf = shelf;
    }

    /** A template that the stand-in knows. */
    record Template(String language, String category, int parameters, String body) {}

    /** A limit that a message breaks. */
    static final class Broken extends RuntimeException {
        private final transient GraphError error;

        private Broken(int code, String details) {
            super(details, null, false, false);
            error = GraphError.of(code, details);
        }

        GraphError error() {
            return error;
        }
    }

    /** Throws {@link Broken} when the message would be refused. */
    void check(JsonNode message, String senderNumber) {
        if (!"whatsapp".equals(message.path("messaging_product").asText())) {
            throw new Broken(100, "The parameter messaging_product is required.");
        }
        String to = PLUS.matcher(message.path("to").asText("")).replaceAll("");
        String recipient = message.path("recipient").asText("");
        if (to.isBlank() && recipient.isBlank()) {
            throw new Broken(100, "The parameter to is required.");
        }
        if (!to.isBlank() && !NUMBER.matcher(to).matches()) {
            throw new Broken(131009, "Parameter to is not a phone number.");
        }
        if (to.equals(senderNumber)) {
            throw new Broken(131021, "Recipient phone number cannot be the sender phone number.");
        }
        if (message.path("biz_opaque_callback_data").asText("").length() > 512) {
            throw new Broken(100, "biz_opaque_callback_data must be at most 512 characters long.");
        }
        if (message.has("context")) {
            text(message.path("context"), "message_id", 256, "context");
        }
        String type = message.path("type").asText("text");
        switch (type) {
            case "text" -> {
                JsonNode text = part(message, "text");
                String body = text.path("body").asText("");
                if (body.isEmpty()) {
                    throw new Broken(131008, "The parameter text['body'] is required.");
                }
                if (body.length() > 4096) {
                    throw new Broken(100, "Param text['body'] must be at most 4096 characters long.");
                }
            }
            case "image", "video", "document", "audio", "sticker" -> media(part(message, type), type, true);
            case "location" -> location(part(message, "location"));
            case "contacts" -> {
                JsonNode contacts = part(message, "contacts");
                if (!contacts.isArray() || contacts.isEmpty()) {
                    throw new Broken(131008, "The parameter contacts is required.");
                }
                contacts.forEach(contact -> text(contact.path("name"), "formatted_name", 1024, "contacts.name"));
            }
            case "reaction" -> {
                JsonNode reaction = part(message, "reaction");
                text(reaction, "message_id", 256, "reaction");
                if (!reaction.path("emoji").isTextual()) {
                    throw new Broken(131008, "The parameter reaction['emoji'] is required.");
                }
                if (reaction.path("emoji").asText().length() > 32) {
                    throw new Broken(131009, "The parameter reaction['emoji'] is not an emoji.");
                }
            }
            case "template" -> template(part(message, "template"), !recipient.isBlank() && to.isBlank());
            case "interactive" -> interactive(part(message, "interactive"));
            default -> throw new Broken(131051, "Message type \"" + type + "\" is not supported.");
        }
    }

    private void media(JsonNode media, String type, boolean captioned) {
        boolean id = !media.path("id").asText("").isEmpty();
        boolean link = !media.path("link").asText("").isEmpty();
        if (id == link) {
            throw new Broken(id ? 131009 : 131008, "One of " + type + "['id'] and " + type + "['link'] is required.");
        }
        if (id && shelf.find(media.path("id").asText()) == null) {
            throw new Broken(100, "Media id " + media.path("id").asText() + " does not exist or has expired.");
        }
        if (link && !media.path("link").asText().matches("https?://.+")) {
            throw new Broken(131009, "Parameter " + type + "['link'] is not a valid URI.");
        }
        if (media.has("caption") && captioned) {
            if (type.equals("audio") || type.equals("sticker")) {
                throw new Broken(131009, "Parameter caption is not allowed for " + type + ".");
            }
            longest(media.path("caption"), 1024, type + "['caption']");
        }
    }

    private static void location(JsonNode location) {
        double latitude = number(location.path("latitude"), "latitude");
        double longitude = number(location.path("longitude"), "longitude");
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new Broken(131009, "Latitude or longitude out of range.");
        }
    }

    private static double number(JsonNode value, String name) {
        try {
            return Double.parseDouble(value.asText());
        } catch (NumberFormatException e) {
            throw new Broken(131008, "The parameter location['" + name + "'] is required.");
        }
    }

    private static void template(JsonNode template, boolean toUserId) {
        String name = text(template, "name", 512, "template");
        String language = text(template.path("language"), "code", 16, "template.language");
        Template known = TEMPLATES.get(name);
        if (known == null || !known.language().equals(language)) {
            throw new Broken(132001, "template name (" + name + ") does not exist in " + language);
        }
        int given = 0;
        for (JsonNode component : template.path("components")) {
            if (component.path("type").asText().equalsIgnoreCase("body")) {
                given = component.path("parameters").size();
                for (JsonNode parameter : component.path("parameters")) {
                    if (parameter.path("type").asText().equals("text")
                            && parameter.path("text").asText("").length() > 1024) {
                        throw new Broken(132005, "Parameter text is too long.");
                    }
                }
            }
        }
        if (given != known.parameters()) {
            throw new Broken(
                    132000,
                    "body: number of localizable_params (" + given + ") does not match the expected number of params ("
                            + known.parameters() + ")");
        }
        if (toUserId && known.category().equals("AUTHENTICATION")) {
            throw new Broken(131062, "Authentication templates need a phone number.");
        }
    }

    private void interactive(JsonNode interactive) {
        String type = text(interactive, "type", 64, "interactive");
        JsonNode action = interactive.path("action");
        boolean list = type.equals("list");
        if (!type.equals("product")) {
            JsonNode body = interactive.path("body");
            if (body.path("text").asText("").isEmpty()) {
                throw new Broken(131008, "The parameter interactive['body'] is required.");
            }
            longest(body.path("text"), list ? 4096 : 1024, "interactive['body']['text']");
        }
        longest(interactive.path("footer").path("text"), 60, "interactive['footer']['text']");
        JsonNode header = interactive.path("header");
        switch (header.path("type").asText("none")) {
            case "none" -> {}
            case "text" -> {
                text(header, "text", 60, "interactive.header");
            }
            case "image", "video", "document" -> {
                if (list) {
                    throw new Broken(131009, "The header of a list must be text.");
                }
                String kind = header.path("type").asText();
                media(header.path(kind), kind, false);
            }
            default -> throw new Broken(131009, "Header type is not valid.");
        }
        switch (type) {
            case "button" -> buttons(action.path("buttons"));
            case "list" -> list(action);
            case "cta_url" -> {
                JsonNode parameters = action.path("parameters");
                text(parameters, "display_text", 20, "action.parameters");
                text(parameters, "url", 2000, "action.parameters");
            }
            case "product_list" -> sections(action.path("sections"), "product_items", 10, 30);
            case "product",
                    "flow",
                    "location_request_message",
                    "address_message",
                    "call_permission_request",
                    "carousel" -> {
                if (!action.isObject()) {
                    throw new Broken(131008, "The parameter interactive['action'] is required.");
                }
            }
            default -> throw new Broken(131009, "Interactive type \"" + type + "\" is not valid.");
        }
    }

    private static void buttons(JsonNode buttons) {
        if (!buttons.isArray() || buttons.isEmpty() || buttons.size() > 3) {
            throw new Broken(131009, "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3");
        }
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (JsonNode button : buttons) {
            String title = text(button.path("reply"), "title", 20, "button.reply");
            String id = text(button.path("reply"), "id", 256, "button.reply");
            if (!ids.add(id) || !titles.add(title)) {
                throw new Broken(131009, "Button ids and titles must be unique.");
            }
        }
    }

    private static void list(JsonNode action) {
        text(action, "button", 20, "action");
        JsonNode sections = action.path("sections");
        sections(sections, "rows", 10, 10);
        Set<String> ids = new HashSet<>();
        for (JsonNode section : sections) {
            if (sections.size() > 1) {
                text(section, "title", 24, "section");
            }
            longest(section.path("title"), 24, "section['title']");
            for (JsonNode row : section.path("rows")) {
                if (!ids.add(text(row, "id", 200, "row"))) {
                    throw new Broken(131009, "Duplicated row id.");
                }
                text(row, "title", 24, "row");
                longest(row.path("description"), 72, "row['description']");
            }
        }
    }

    private static void sections(JsonNode sections, String items, int most, int mostItems) {
        int total = 0;
        for (JsonNode section : sections) {
            total += section.path(items).size();
        }
        if (sections.isEmpty() || sections.size() > most || total == 0 || total > mostItems) {
            throw new Broken(
                    131009,
                    "Total " + items + " count " + total + " in " + sections.size() + " sections, max allowed "
                            + mostItems + " in " + most);
        }
    }

    private static JsonNode part(JsonNode message, String name) {
        JsonNode part = message.path(name);
        if (!part.isContainerNode()) {
            throw new Broken(131008, "The parameter " + name + " is required.");
        }
        return part;
    }

    private static String text(JsonNode node, String name, int most, String where) {
        String value = node.path(name).asText("");
        if (value.isBlank()) {
            throw new Broken(131008, "The parameter " + where + "['" + name + "'] is required.");
        }
        longest(node.path(name), most, where + "['" + name + "']");
        return value;
    }

    private static void longest(JsonNode value, int most, String where) {
        if (value.asText("").length() > most) {
            throw new Broken(131009, where + " length invalid. Max length: " + most);
        }
    }
}
