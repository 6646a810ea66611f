package io.sylion.assistant.service;

import io.sylion.assistant.domain.AssistantProfile;
import io.sylion.channel.api.ChannelAccount;
import io.sylion.conversation.domain.HistoryTurn;
import io.sylion.conversation.service.OwedReply;
import java.util.List;
import java.util.UUID;

/**
 * A reply to compose: everything that the slow part needs, so that it touches no transaction.
 *
 * @param question what the customer wrote since the last answer, joined
 * @param history turns before the question, oldest first
 * @param providerMessageId the provider's id of the newest message, null when it has none
 * @param startedNanos when the work was claimed
 * @param owed as it was then; null when the ordinary way planned
 */
record ReplyPlan(
        UUID conversationId,
        UUID messageId,
        UUID decisionId,
        AssistantProfile assistant,
        ChannelAccount account,
        String question,
        List<HistoryTurn> history,
        String providerMessageId,
        boolean escalated,
        long startedNanos,
        OwedReply owed) {}
