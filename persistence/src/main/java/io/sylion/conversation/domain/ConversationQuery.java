package io.sylion.conversation.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A page of the conversation list, newest activity first, continued by key.
 *
 * @param memberId whose conversations MINE are
 * @param search words of the contact's name, number or of the last message; null for all
 * @param beforeActivity last row of the page before, null for the first page
 * @param beforeId last row of the page before, null for the first page
 * @param limit rows, 1 to 100
 */
public record ConversationQuery(
        ConversationFilter filter, UUID memberId, String search, Instant beforeActivity, UUID beforeId, int limit) {}
