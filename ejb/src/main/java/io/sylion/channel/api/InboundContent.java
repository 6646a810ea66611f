package io.sylion.channel.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.domain.MessageType;

/**
 * What a message says.
 *
 * @param text words to show and to answer: body, caption, title of the pressed button or chosen row; may be null
 * @param media for media types, else null
 * @param detail what only this type has, for display: location {latitude, longitude, name, address}, contacts [{name, phones,
 *     emails, org}], order {items, text}, choice {id, title, description}, form {name, body, response}, unsupported
 *     {what, code, title}, referral {…}, forwarded; may be null
 */
public record InboundContent(MessageType type, String text, InboundMedia media, JsonNode detail) {}
