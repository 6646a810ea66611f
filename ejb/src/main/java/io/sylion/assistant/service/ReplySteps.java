package io.sylion.assistant.service;

import io.sylion.assistant.domain.AssistantProfile;
import io.sylion.assistant.domain.AssistantRepository;
import io.sylion.channel.api.ChannelAccount;
import io.sylion.channel.service.ChannelService;
import io.sylion.conversation.domain.HistoryTurn;
import io.sylion.conversation.domain.MessageAuthor;
import io.sylion.conversation.service.AnswerableConversation;
import io.sylion.conversation.service.OutboundService;
import io.sylion.conversation.service.OutgoingMessage;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The short transactions around a reply. */
@Stateless
@Permit(Role.OWNER)
public class ReplySteps {
    private static final int TURNS = 14;

    @Inject
    OutboundService conversations;

    @Inject
    ReplyOutcomes outcomes;

    @Inject
    AssistantRepository assistants;

    @Inject
    ChannelService channels;

    @Inject
    ReplyGate gate;

    /** Decides whether a reply is still to be made, and takes its share of the quota; empty when there is nothing to do. */
    public Optional<ReplyPlan> plan(UUID conversationId, UUID messageId) {
        long started = System.nanoTime();
        Optional<AnswerableConversation> answerable = conversations.answerable(conversationId, messageId);
        if (answerable.isEmpty()) {
            outcomes.overtaken(conversationId, messageId);
        }
        return answerable.flatMap(conversation -> assistants
                .boundTo(conversation.channelId())
                .flatMap(assistant -> plan(conversation, messageId, assistant, started)));
    }

    private Optional<ReplyPlan> plan(
            AnswerableConversation conversation, UUID messageId, AssistantProfile assistant, long started) {
        List<HistoryTurn> turns = conversations.history(conversation.id(), TURNS);
        int asked = firstUnanswered(turns);
        String question = question(turns.subList(asked, turns.size()), messageId);
        UUID decision = outcomes.decision(messageId);
        ChannelAccount account = channels.account(conversation.channelId());
        String providerId = conversations.providerId(messageId).orElse(null);
        // last: the quota's row is locked from here on
        return gate.admit(conversation, messageId, assistant)
                .map(reservation -> new ReplyPlan(
                        conversation.id(),
                        messageId,
                        decision,
                        assistant,
                        account,
                        question,
                        turns.subList(0, asked),
                        providerId,
                        reservation,
                        conversation.escalated(),
                        started));
    }

    /** The customer's words since anybody answered are one question. */
    private static int firstUnanswered(List<HistoryTurn> turns) {
        int first = turns.size();
        while (first > 0 && turns.get(first - 1).author() == MessageAuthor.CUSTOMER) {
            first--;
        }
        return first;
    }

    /** A message that was delivered late stands before answers that did not know it: then it is the question alone. */
    private String question(List<HistoryTurn> unanswered, UUID messageId) {
        if (unanswered.stream().noneMatch(turn -> turn.id().equals(messageId))) {
            return conversations.text(messageId).orElse("");
        }
        return unanswered.stream()
                .map(HistoryTurn::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /** Nothing more will be tried: a person is asked. */
    public void giveUp(UUID conversationId, UUID messageId) {
        conversations
                .answerable(conversationId, messageId)
                .ifPresent(conversation -> outcomes.askPerson(conversation, messageId, "breakdown", false));
    }

    /**
     * Records the draft: answers, asks a person, or throws it away because the customer wrote on. Returns the message that may
     * leave at once.
     */
    public Optional<OutgoingMessage> record(ReplyPlan plan, ReplyDraft draft) {
        if (!conversations.acceptsDraft(plan.conversationId(), plan.messageId())) {
            outcomes.discard(plan);
            return Optional.empty();
        }
        return outcomes.record(plan, draft);
    }

    /** Gives the quota's share back after a fault of ours. */
    public void release(ReplyPlan plan) {
        outcomes.release(plan);
    }
}
