package io.sylion.conversation.api;

import java.util.UUID;

/**
 * An assistant answers.
 *
 * @param answersId inbound message that it answers: at most one automatic reply for each
 * @param decisionId why
 */
public record AutomaticReply(UUID conversationId, UUID answersId, UUID decisionId, String assistantName, String text) {}
