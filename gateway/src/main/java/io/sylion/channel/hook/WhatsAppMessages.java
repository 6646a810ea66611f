package io.sylion.channel.hook;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.api.IdentityChange;
import io.sylion.channel.api.InboundContent;
import io.sylion.channel.api.InboundKind;
import io.sylion.channel.api.InboundParty;
import java.util.Optional;
import java.util.Set;

/** Reads what customers sent: messages, and what they did to earlier ones. */
final class WhatsAppMessages {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_EMOJI = 64;
    private static final Set<String> RENAMED =
            Set.of("user_changed_number", "customer_changed_number", "user_changed_user_id");

    private final EventOrigin origin;
    private final WhatsAppParties parties;
    private final ParsedEvents parsed;

    WhatsAppMessages(EventOrigin origin, WhatsAppParties parties, ParsedEvents parsed) {
        this.origin = origin;
        this.parties = parties;
        this.parsed = parsed;
    }

    void read(JsonNode message) {
        String id = WireText.id(message.path("id"));
        if (id == null) {
            parsed.ignore(origin, IgnoreReason.NO_ID, message, type(message));
            return;
        }
        Optional<InboundParty> sender = parties.sender(message);
        if (type(message).equals("system")) {
            readSystem(id, message, sender.orElse(null));
        } else if (sender.isEmpty()) {
            parsed.ignore(origin, IgnoreReason.NO_SENDER, message, type(message));
        } else {
            readFrom(sender.get(), id, message);
        }
    }

    private void readFrom(InboundParty sender, String id, JsonNode message) {
        switch (type(message)) {
            case "reaction" -> {
                JsonNode reaction = message.path("reaction");
                EventDraft draft = new EventDraft(origin, InboundKind.REACTION, id)
                        .reacting(WireText.line(reaction.path("emoji"), LONGEST_EMOJI));
                addAbout(reaction.path("message_id"), draft.from(sender), message);
            }
            case "edit" -> {
                JsonNode edit = message.path("edit");
                EventDraft draft =
                        new EventDraft(origin, InboundKind.EDIT, id).saying(WhatsAppContents.of(edit.path("message")));
                addAbout(edit.path("original_message_id"), draft.from(sender), message);
            }
            case "revoke" ->
                addAbout(
                        message.path("revoke").path("original_message_id"),
                        new EventDraft(origin, InboundKind.REVOKE, id).from(sender),
                        message);
            case "request_welcome" -> parsed.ignore(origin, IgnoreReason.CHAT_OPENED, message, null);
            default -> {
                InboundContent content = WhatsAppContents.of(message);
                parsed.add(new EventDraft(origin, InboundKind.MESSAGE, id)
                        .about(id)
                        .at(message.path("timestamp"))
                        .from(sender)
                        .saying(content)
                        .replyingTo(WireText.id(message.path("context").path("id"))));
            }
        }
    }

    private void addAbout(JsonNode target, EventDraft draft, JsonNode message) {
        String id = WireText.id(target);
        if (id == null) {
            parsed.ignore(origin, IgnoreReason.NO_TARGET, message, type(message));
        } else {
            parsed.add(draft.about(id).at(message.path("timestamp")));
        }
    }

    private void readSystem(String id, JsonNode message, InboundParty sender) {
        JsonNode system = message.path("system");
        String what = WireText.line(system.path("type"), LONGEST_NAME);
        IdentityChange change = what != null && RENAMED.contains(what) ? change(what, system, sender) : null;
        if (change == null) {
            parsed.ignore(origin, IgnoreReason.SYSTEM_NOTICE, message, what);
            return;
        }
        parsed.add(new EventDraft(origin, InboundKind.IDENTITY, id)
                .at(message.path("timestamp"))
                .from(new InboundParty(change.oldPhone(), change.oldBsuid(), null))
                .renaming(change));
    }

    /** Old and new identity; null when one of them is not said. */
    private static IdentityChange change(String what, JsonNode system, InboundParty sender) {
        String oldPhone = WireText.phone(system.path("customer"));
        if (oldPhone == null && sender != null) {
            oldPhone = sender.phone();
        }
        String oldBsuid = WireText.id(system.path("previous_user_id"));
        if (oldBsuid == null && sender != null) {
            oldBsuid = sender.bsuid();
        }
        String newPhone = WireText.phone(system.path("new_wa_id"));
        if (newPhone == null) {
            newPhone = WireText.phone(system.path("wa_id"));
        }
        String newBsuid = WireText.id(system.path("user_id"));
        boolean known = oldPhone != null || oldBsuid != null;
        boolean renamed = what.equals("user_changed_user_id") ? newBsuid != null : newPhone != null;
        return known && (renamed || newPhone != null || newBsuid != null)
                ? new IdentityChange(oldPhone, newPhone, oldBsuid, newBsuid)
                : null;
    }

    private static String type(JsonNode message) {
        return WhatsAppContents.typeOf(message);
    }
}
