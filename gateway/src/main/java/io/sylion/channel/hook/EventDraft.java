package io.sylion.channel.hook;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.api.DeliveryUpdate;
import io.sylion.channel.api.IdentityChange;
import io.sylion.channel.api.InboundContent;
import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.api.InboundKind;
import io.sylion.channel.api.InboundParty;
import java.time.Duration;
import java.time.Instant;

/** An inbound event in the making. */
final class EventDraft {
    /** Providers' clocks may be ahead a little; more is an error that would put a message before all later ones for ever. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final EventOrigin origin;
    private final InboundKind kind;
    private final String key;
    private final Instant receivedAt;
    private Instant occurredAt;
    private String providerMessageId;
    private InboundParty party;
    private InboundContent content;
    private String replyTo;
    private String emoji;
    private DeliveryUpdate delivery;
    private IdentityChange identity;
    private String note;

    EventDraft(EventOrigin origin, InboundKind kind, String key) {
        this.origin = origin;
        this.kind = kind;
        this.key = key;
        this.receivedAt = origin.receiving().get();
        this.occurredAt = receivedAt;
    }

    EventDraft at(JsonNode timestamp) {
        Instant told = WireText.time(timestamp);
        if (told != null && told.isBefore(receivedAt.plus(AHEAD))) {
            occurredAt = told;
        }
        return this;
    }

    EventDraft about(String id) {
        providerMessageId = id;
        return this;
    }

    EventDraft from(InboundParty customer) {
        party = customer;
        return this;
    }

    EventDraft saying(InboundContent words) {
        content = words;
        return this;
    }

    EventDraft replyingTo(String id) {
        replyTo = id;
        return this;
    }

    EventDraft reacting(String with) {
        emoji = with;
        return this;
    }

    EventDraft telling(DeliveryUpdate update) {
        delivery = update;
        return this;
    }

    EventDraft renaming(IdentityChange change) {
        identity = change;
        return this;
    }

    EventDraft noting(String words) {
        note = words;
        return this;
    }

    InboundEvent build() {
        return new InboundEvent(
                origin.channel().tenantId(),
                origin.channel().channelId(),
                key,
                kind,
                providerMessageId,
                occurredAt,
                receivedAt,
                party,
                content,
                replyTo,
                emoji,
                delivery,
                identity,
                note);
    }
}
