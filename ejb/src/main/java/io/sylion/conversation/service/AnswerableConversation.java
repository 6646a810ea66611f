package io.sylion.conversation.service;

import java.util.UUID;

/**
 * A conversation whose newest message an assistant may answer.
 *
 * @param windowOpen whether free text may be sent
 * @param escalated a person is asked already
 */
public record AnswerableConversation(
        UUID id, UUID channelId, UUID contactId, boolean windowOpen, boolean escalated) {}
