package io.sylion.channel.api;

import java.time.Instant;
import java.util.UUID;

/**
 * One fact from a provider's webhook, normalised. A webhook may carry many; each is one message on the queue.
 *
 * @param tenantId owner of the channel
 * @param channelId where it came in
 * @param key makes a repeat recognisable within the channel: never null
 * @param kind decides which of the parts below is there
 * @param providerMessageId the provider's id: of the new message (MESSAGE, ECHO), or of the one it is about (REACTION, EDIT,
 *     REVOKE, DELIVERY); null otherwise
 * @param occurredAt the provider's time
 * @param receivedAt when the gateway took it in; grows within one node, so it orders what the provider's seconds do not
 * @param party the customer; null for ACCOUNT and some IGNORED; for DELIVERY the recipient
 * @param content of MESSAGE, ECHO and EDIT
 * @param replyTo provider's id of the message that the customer quotes; may be null
 * @param emoji of REACTION; null takes the reaction away
 * @param delivery of DELIVERY
 * @param identity of IDENTITY
 * @param note reason of IGNORED, words of ACCOUNT
 */
public record InboundEvent(
        UUID tenantId,
        UUID channelId,
        String key,
        InboundKind kind,
        String providerMessageId,
        Instant occurredAt,
        Instant receivedAt,
        InboundParty party,
        InboundContent content,
        String replyTo,
        String emoji,
        DeliveryUpdate delivery,
        IdentityChange identity,
        String note) {

    /** Orders the work: one customer's events are handled one after the other. Never null. */
    public String groupKey() {
        if (party != null && party.groupKey() != null) {
            return channelId + ":" + party.groupKey();
        }
        return channelId + ":" + (providerMessageId == null ? key : providerMessageId);
    }
}
