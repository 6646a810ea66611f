package io.sylion.channel.hook;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.api.InboundKind;
import io.sylion.channel.api.InboundParty;

/** Reads what the business itself wrote, from the application on its phone. */
final class WhatsAppEchoes {
    private final EventOrigin origin;
    private final ParsedEvents parsed;

    WhatsAppEchoes(EventOrigin origin, ParsedEvents parsed) {
        this.origin = origin;
        this.parsed = parsed;
    }

    void read(JsonNode echo) {
        String type = WhatsAppContents.typeOf(echo);
        String id = WireText.id(echo.path("id"));
        String phone = WireText.phone(echo.path("to"));
        String bsuid = WireText.id(echo.path("to_user_id"));
        if (id == null) {
            parsed.ignore(origin, IgnoreReason.NO_ID, echo, type);
        } else if (phone == null && bsuid == null) {
            parsed.ignore(origin, IgnoreReason.NO_SENDER, echo, type);
        } else {
            readTo(new InboundParty(phone, bsuid, null), type, id, echo);
        }
    }

    private void readTo(InboundParty customer, String type, String id, JsonNode echo) {
        switch (type) {
            case "reaction" -> parsed.ignore(origin, IgnoreReason.ECHO_REACTION, echo, null);
            case "edit" -> {
                JsonNode edit = echo.path("edit");
                EventDraft draft =
                        new EventDraft(origin, InboundKind.EDIT, id).saying(WhatsAppContents.of(edit.path("message")));
                addAbout(edit.path("original_message_id"), draft.from(customer), echo);
            }
            case "revoke" ->
                addAbout(
                        echo.path("revoke").path("original_message_id"),
                        new EventDraft(origin, InboundKind.REVOKE, id).from(customer),
                        echo);
            default ->
                parsed.add(new EventDraft(origin, InboundKind.ECHO, id)
                        .about(id)
                        .at(echo.path("timestamp"))
                        .from(customer)
                        .saying(WhatsAppContents.of(echo))
                        .replyingTo(WireText.id(echo.path("context").path("id"))));
        }
    }

    private void addAbout(JsonNode target, EventDraft draft, JsonNode echo) {
        String id = WireText.id(target);
        if (id == null) {
            parsed.ignore(origin, IgnoreReason.NO_TARGET, echo, WhatsAppContents.typeOf(echo));
        } else {
            parsed.add(draft.about(id).at(echo.path("timestamp")));
        }
    }
}
