package io.sylion.conversation.domain;

import java.util.UUID;

/**
 * What is known of an inbound message's customer when it comes in.
 *
 * @param fresh false when the event was recorded before
 * @param parked whether events wait for this message
 * @param quotedId the message that the customer quotes, null without one or when it is not known
 * @param stranger nobody knows any of the customer's names
 * @param contactId whose all of the customer's names are; null for a stranger, and when names are new or two contacts'
 * @param conversation the contact's open one, locked; null when there is none
 */
public record Arrival(
        boolean fresh, boolean parked, UUID quotedId, boolean stranger, UUID contactId, Conversation conversation) {}
