package io.sylion.channel.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sylion.channel.api.ChannelRoute;
import io.sylion.channel.api.InboundKind;
import io.sylion.platform.text.CleanText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns a WhatsApp webhook, as the Cloud API and 360dialog post it, into events. Whatever a part looks like, the others are
 * read: each becomes an event or is counted as ignored with its reason. Nothing that a provider writes makes it throw.
 */
final class WhatsAppWebhookParser {
    private static final Logger LOG = Logger.getLogger(WhatsAppWebhookParser.class.getName());
    private static final String OBJECT = "whatsapp_business_account";
    private static final int LONGEST_NOTE = 300;
    private static final int LONGEST_NAME = 60;

    /** Notifications of the account itself. */
    private static final Set<String> OF_THE_ACCOUNT = Set.of(
            "account_alerts",
            "account_review_update",
            "account_settings_update",
            "account_update",
            "business_capability_update",
            "flows",
            "message_template_components_update",
            "message_template_quality_update",
            "message_template_status_update",
            "payment_configuration_update",
            "phone_number_name_update",
            "phone_number_quality_update",
            "security",
            "template_category_update");

    private static final Set<String> UNUSED =
            Set.of("calls", "history", "smb_app_state_sync", "standby", "tracking_events", "user_id_update");

    private final Function<String, Optional<ChannelRoute>> routes;
    private final Supplier<Instant> receiving;
    private final ParsedEvents parsed = new ParsedEvents();

    private WhatsAppWebhookParser(Function<String, Optional<ChannelRoute>> routes, Supplier<Instant> receiving) {
        this.routes = routes;
        this.receiving = receiving;
    }

    /**
     * @param root an object or an array
     * @param routes finds the channel of the provider's id of a number; asked with null when a part names no number
     * @param receiving the time of taking in, later with every call
     */
    static ParsedWebhook parse(
            JsonNode root, Function<String, Optional<ChannelRoute>> routes, Supplier<Instant> receiving) {
        WhatsAppWebhookParser parser = new WhatsAppWebhookParser(routes, receiving);
        parser.readRoot(root);
        return parser.parsed.parsed();
    }

    private void readRoot(JsonNode root) {
        if (root.isArray()) {
            readEach(root, this::readPayload);
        } else {
            readPayload(root);
        }
    }

    private void readPayload(JsonNode payload) {
        if (!payload.isObject()) {
            parsed.ignore(IgnoreReason.UNREADABLE);
        } else if (payload.hasNonNull("entry")) {
            if (payload.has("object") && !OBJECT.equals(payload.path("object").asText())) {
                parsed.ignore(IgnoreReason.WRONG_OBJECT);
            } else {
                readEach(payload.path("entry"), this::readEntry);
            }
        } else if (payload.has("messages") || payload.has("statuses")) {
            // the old interface of 360dialog has no envelope
            readValue("messages", payload, MissingNode.getInstance());
        } else {
            parsed.ignore(IgnoreReason.EMPTY);
        }
    }

    private void readEntry(JsonNode entry) {
        readEach(entry.path("changes"), change -> {
            JsonNode value = change.path("value");
            if (value.isObject()) {
                String field = WireText.line(change.path("field"), LONGEST_NAME);
                readValue(field == null ? "messages" : field, value, entry);
            } else {
                parsed.ignore(value.isMissingNode() || value.isNull() ? IgnoreReason.EMPTY : IgnoreReason.UNREADABLE);
            }
        });
    }

    /** The elements of an array; null and empty arrays count as empty, a lone object as the array of one. */
    private void readEach(JsonNode array, Consumer<JsonNode> reader) {
        if (array.isObject()) {
            reader.accept(array);
        } else if (array.isEmpty()) {
            parsed.ignore(array.isValueNode() && !array.isNull() ? IgnoreReason.UNREADABLE : IgnoreReason.EMPTY);
        } else {
            array.forEach(reader);
        }
    }

    private void readValue(String field, JsonNode value, JsonNode entry) {
        String number = WireText.id(value.path("metadata").path("phone_number_id"));
        Optional<ChannelRoute> route = routes.apply(number);
        if (route.isEmpty()) {
            parsed.ignore(number == null ? IgnoreReason.NO_NUMBER : IgnoreReason.UNKNOWN_CHANNEL);
            return;
        }
        EventOrigin origin = new EventOrigin(route.get(), receiving);
        switch (field) {
            case "messages" -> readMessages(origin, value);
            case "smb_message_echoes" -> {
                WhatsAppEchoes echoes = new WhatsAppEchoes(origin, parsed);
                readParts(origin, value.path("message_echoes"), value, echoes::read);
            }
            case "user_preferences" ->
                readParts(origin, value.path("user_preferences"), value, each -> readPreference(origin, each));
            default -> readNotification(origin, field, value, entry);
        }
    }

    private void readMessages(EventOrigin origin, JsonNode value) {
        WhatsAppMessages messages = new WhatsAppMessages(origin, new WhatsAppParties(value), parsed);
        WhatsAppStatuses statuses = new WhatsAppStatuses(origin, parsed);
        boolean any = false;
        for (Map.Entry<String, Consumer<JsonNode>> part : List.of(
                Map.<String, Consumer<JsonNode>>entry("messages", messages::read),
                Map.<String, Consumer<JsonNode>>entry("statuses", statuses::read),
                Map.<String, Consumer<JsonNode>>entry("errors", e -> readError(origin, e)))) {
            JsonNode list = value.path(part.getKey());
            if (!list.isMissingNode() && !list.isNull() && !(list.isArray() && list.isEmpty())) {
                any = true;
                readParts(origin, list, value, part.getValue());
            }
        }
        if (!any) {
            parsed.ignore(IgnoreReason.EMPTY);
        }
    }

    /** Reads each element; one that cannot be read leaves a trace and costs no other. */
    @SuppressWarnings("IllegalCatch") // a fault of ours in one element must not lose the others
    private void readParts(EventOrigin origin, JsonNode list, JsonNode value, Consumer<JsonNode> reader) {
        if (!list.isContainerNode() || list.isEmpty()) {
            parsed.ignore(origin, IgnoreReason.EMPTY, value, null);
            return;
        }
        for (JsonNode part : list.isObject() ? List.of(list) : list) {
            int before = parsed.size();
            try {
                if (part.isObject()) {
                    reader.accept(part);
                } else {
                    parsed.ignore(origin, IgnoreReason.UNREADABLE, part, null);
                }
            } catch (RuntimeException e) {
                LOG.log(
                        Level.SEVERE,
                        "part of a webhook not read, channel="
                                + origin.channel().channelId(),
                        e);
                parsed.cutBackTo(before);
                parsed.ignore(origin, IgnoreReason.UNREADABLE, part, null);
            }
        }
    }

    private void readError(EventOrigin origin, JsonNode error) {
        String key = "account:" + WireText.digest("errors", error.toString());
        parsed.add(new EventDraft(origin, InboundKind.ACCOUNT, key).noting("error " + WhatsAppErrorWords.of(error)));
    }

    private void readPreference(EventOrigin origin, JsonNode preference) {
        String category = WireText.line(preference.path("category"), LONGEST_NAME);
        String value = WireText.line(preference.path("value"), LONGEST_NAME);
        parsed.ignore(origin, IgnoreReason.USER_PREFERENCE, preference, category + " " + value);
    }

    private void readNotification(EventOrigin origin, String field, JsonNode value, JsonNode entry) {
        if (OF_THE_ACCOUNT.contains(field)) {
            String time = entry.path("time").asText();
            parsed.add(new EventDraft(
                            origin, InboundKind.ACCOUNT, "account:" + WireText.digest(field, time, value.toString()))
                    .at(entry.path("time"))
                    .noting(facts(field, value)));
        } else if (UNUSED.contains(field) || field.startsWith("group_")) {
            parsed.ignore(origin, IgnoreReason.UNUSED_FIELD, value, field);
        } else {
            parsed.ignore(origin, IgnoreReason.UNKNOWN_FIELD, value, field);
        }
    }

    /** The plain values of a notification: what changed, of which template or number, why. */
    private static String facts(String field, JsonNode value) {
        StringBuilder facts = new StringBuilder(field);
        for (Map.Entry<String, JsonNode> fact : value.properties()) {
            String said = WireText.line(fact.getValue(), LONGEST_NAME);
            if (said != null && !fact.getKey().equals("messaging_product")) {
                facts.append(' ')
                        .append(CleanText.of(fact.getKey(), LONGEST_NAME))
                        .append('=')
                        .append(said);
            }
        }
        return CleanText.cut(facts.toString(), LONGEST_NOTE);
    }
}
