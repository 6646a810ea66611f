package io.sylion.conversation.domain;

import java.util.UUID;

/**
 * What is known of an inbound message's customer when it comes in.
 *
 * @param fresh false when the event was recorded before
 * @param parked whether events wait for this message
 * @param quotedId the message that the customer quotes, null without one or when it is not known
 * @param conversation the open one, locked; null when there is none, or when one of the customer's names is new
 */
public record Arrival(boolean fresh, boolean parked, UUID quotedId, Conversation conversation) {}
