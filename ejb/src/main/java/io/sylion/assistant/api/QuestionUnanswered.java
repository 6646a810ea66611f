package io.sylion.assistant.api;

import java.util.List;
import java.util.UUID;

/**
 * An assistant's knowledge held no answer, or none that it was sure of; the customer was told so.
 *
 * @param messageId the newest of those that ask
 * @param baseIds where the assistant looked
 */
public record QuestionUnanswered(
        UUID tenantId, UUID channelId, UUID conversationId, UUID messageId, UUID assistantId, List<UUID> baseIds) {}
