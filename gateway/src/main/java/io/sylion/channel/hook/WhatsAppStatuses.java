package io.sylion.channel.hook;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.api.DeliveryUpdate;
import io.sylion.channel.api.InboundKind;
import io.sylion.channel.api.InboundParty;
import io.sylion.channel.domain.DeliveryStatus;
import java.util.Optional;
import java.util.UUID;

/** Reads what became of messages that were sent. */
final class WhatsAppStatuses {
    private static final int LONGEST_NAME = 60;

    private final EventOrigin origin;
    private final ParsedEvents parsed;

    WhatsAppStatuses(EventOrigin origin, ParsedEvents parsed) {
        this.origin = origin;
        this.parsed = parsed;
    }

    void read(JsonNode status) {
        String id = WireText.id(status.path("id"));
        String word = WireText.line(status.path("status"), LONGEST_NAME);
        Optional<DeliveryStatus> known = known(word);
        if (id == null) {
            parsed.ignore(origin, IgnoreReason.NO_ID, status, "status " + word);
        } else if (known.isEmpty()) {
            parsed.ignore(origin, IgnoreReason.UNKNOWN_STATUS, status, word);
        } else {
            InboundParty recipient = recipient(status);
            parsed.add(new EventDraft(origin, InboundKind.DELIVERY, key(id, word, status, recipient))
                    .about(id)
                    .at(status.path("timestamp"))
                    .from(recipient)
                    .telling(update(known.get(), status)));
        }
    }

    private static Optional<DeliveryStatus> known(String word) {
        return Optional.ofNullable(
                switch (word) {
                    case "sent" -> DeliveryStatus.SENT;
                    case "delivered" -> DeliveryStatus.DELIVERED;
                    case "read" -> DeliveryStatus.READ;
                    case "played" -> DeliveryStatus.PLAYED;
                    case "failed" -> DeliveryStatus.FAILED;
                    case null, default -> null;
                });
    }

    /** In a group every participant has a status of their own. */
    private static String key(String id, String word, JsonNode status, InboundParty recipient) {
        String key = id + ":" + word;
        if (!isGroup(status) || recipient == null) {
            return key;
        }
        return key + ":" + (recipient.bsuid() == null ? recipient.phone() : recipient.bsuid());
    }

    private static boolean isGroup(JsonNode status) {
        return "group".equals(status.path("recipient_type").asText());
    }

    private static InboundParty recipient(JsonNode status) {
        boolean group = isGroup(status);
        String phone = WireText.phone(status.path(group ? "recipient_participant_id" : "recipient_id"));
        String bsuid = WireText.id(status.path(group ? "recipient_participant_user_id" : "recipient_user_id"));
        return phone == null && bsuid == null ? null : new InboundParty(phone, bsuid, null);
    }

    private static DeliveryUpdate update(DeliveryStatus word, JsonNode status) {
        JsonNode error = WhatsAppErrorWords.first(status.path("errors"));
        boolean failed = word == DeliveryStatus.FAILED;
        return new DeliveryUpdate(
                word,
                ours(status.path("biz_opaque_callback_data")),
                failed ? WhatsAppErrorWords.code(error) : null,
                failed ? WhatsAppErrorWords.reason(error) : null,
                WireText.line(status.path("pricing").path("category"), LONGEST_NAME));
    }

    /** The id of our message that travelled with the send; other systems on the same number put other things there. */
    private static UUID ours(JsonNode opaque) {
        String text = WireText.id(opaque);
        if (text == null || text.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
