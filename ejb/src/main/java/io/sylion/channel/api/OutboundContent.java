package io.sylion.channel.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.domain.MessageType;
import java.util.UUID;

/**
 * A message on its way to a customer.
 *
 * @param messageId our id; travels with the send as opaque data and comes back with each status
 * @param phone recipient's number; null when only the provider's own id is known
 * @param bsuid recipient's provider id; null when only the number is known
 * @param type TEXT, IMAGE, VIDEO, AUDIO, DOCUMENT or TEMPLATE
 * @param text body, or caption of media
 * @param media for media types, else null
 * @param template for TEMPLATE: {name, language, components} as the provider wants them, else null
 * @param replyTo provider's id of the message that this one answers; may be null
 */
public record OutboundContent(
        UUID messageId,
        String phone,
        String bsuid,
        MessageType type,
        String text,
        OutboundMedia media,
        JsonNode template,
        String replyTo) {}
