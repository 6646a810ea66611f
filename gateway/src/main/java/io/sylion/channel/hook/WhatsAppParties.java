package io.sylion.channel.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sylion.channel.api.InboundParty;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says who wrote. The message names its sender, the list of contacts beside it adds the name and the other identity; either may
 * be missing.
 */
final class WhatsAppParties {
    private static final int LONGEST_NAME = 200;

    private final JsonNode contacts;

    /** A post may hold thousands of messages and contacts: each is looked up, none is searched for. */
    private final Map<String, JsonNode> byPhone = new HashMap<>();

    private final Map<String, JsonNode> byBsuid = new HashMap<>();

    WhatsAppParties(JsonNode value) {
        contacts = value.path("contacts");
        for (JsonNode contact : contacts) {
            remember(byPhone, WireText.phone(contact.path("wa_id")), contact);
            remember(byBsuid, WireText.id(contact.path("user_id")), contact);
        }
    }

    private static void remember(Map<String, JsonNode> known, String identity, JsonNode contact) {
        if (identity != null) {
            known.putIfAbsent(identity, contact);
        }
    }

    /** The sender; empty when nothing says who it is. */
    Optional<InboundParty> sender(JsonNode message) {
        String from = WireText.id(message.path("from"));
        String phone = WireText.phone(message.path("from"));
        String bsuid = WireText.id(message.path("from_user_id"));
        if (phone == null && bsuid == null && from != null && from.indexOf('.') > 0) {
            bsuid = from;
        }
        JsonNode contact = contact(phone, bsuid);
        if (phone == null) {
            phone = WireText.phone(contact.path("wa_id"));
        }
        if (bsuid == null) {
            bsuid = WireText.id(contact.path("user_id"));
        }
        if (phone == null && bsuid == null) {
            return Optional.empty();
        }
        return Optional.of(new InboundParty(phone, bsuid, name(contact)));
    }

    /** The contact with one of the sender's identities, else the only one when it names nobody else. */
    private JsonNode contact(String phone, String bsuid) {
        JsonNode same = byPhone.getOrDefault(phone, byBsuid.get(bsuid));
        if (same != null) {
            return same;
        }
        JsonNode only = contacts.size() == 1 ? contacts.path(0) : MissingNode.getInstance();
        boolean another = phone != null && WireText.phone(only.path("wa_id")) != null
                || bsuid != null && WireText.id(only.path("user_id")) != null;
        return another ? MissingNode.getInstance() : only;
    }

    private static String name(JsonNode contact) {
        String name = WireText.line(contact.path("profile").path("name"), LONGEST_NAME);
        return name == null ? WireText.line(contact.path("profile").path("username"), LONGEST_NAME) : name;
    }
}
