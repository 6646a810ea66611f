package io.sylion.channel.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.domain.MessageType;

/**
 * What a message says.
 *
 * @param text words to show and to answer: body, caption, title of the pressed button or chosen row; may be null
 * @param media for media types, else null
 * @param detail what only this message has, for display: an object with some of location {latitude, longitude, name, address},
 *     contacts [{name, phones, emails, org}], order {catalog, text, items [{product, quantity, price, currency}]}, choice {id,
 *     title, description}, form {name, body, response}, callPermission {response, permanent, expiresAt, source}, interactive
 *     {what}, template {name}, unsupported {what, code, title}, animated, forwarded, forwardedOften, referral {type, id, url,
 *     headline, body, click}, product {catalog, product}, group; null when it has none
 */
public record InboundContent(MessageType type, String text, InboundMedia media, JsonNode detail) {}
