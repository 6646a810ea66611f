package io.sylion.assistant.service;

import io.sylion.assistant.domain.AssistantProfile;
import io.sylion.channel.api.ChannelAccount;
import io.sylion.channel.service.ChannelService;
import io.sylion.conversation.service.AnswerableConversation;
import io.sylion.conversation.service.OutboundService;
import io.sylion.conversation.service.OutgoingMessage;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The short transactions around a reply. */
@Stateless
@Permit(Role.OWNER)
public class ReplySteps {
    @Inject
    OutboundService conversations;

    @Inject
    ReplyOutcomes outcomes;

    @Inject
    AssistantProfiles assistants;

    @Inject
    ChannelService channels;

    @Inject
    ReplyGate gate;

    /** Decides whether a reply is still to be made, within the quota; empty when there is nothing to do. */
    public Optional<ReplyPlan> plan(UUID conversationId, UUID messageId) {
        long started = System.nanoTime();
        Optional<AnswerableConversation> answerable = conversations.answerable(conversationId, messageId);
        if (answerable.isEmpty()) {
            outcomes.overtaken(conversationId, messageId);
        }
        return answerable.flatMap(conversation -> assistants
                .answering(conversation.channelId())
                .flatMap(assistant -> plan(conversation, messageId, assistant, started)));
    }

    private Optional<ReplyPlan> plan(
            AnswerableConversation conversation, UUID messageId, AssistantProfile assistant, long started) {
        ReplyQuestion question = ReplyQuestion.of(
                conversations.history(conversation.id(), ReplyQuestion.TURNS),
                messageId,
                () -> conversations.text(messageId).orElse(null));
        UUID decision = outcomes.decision(messageId);
        ChannelAccount account = channels.account(conversation.channelId());
        String providerId = conversations.providerId(messageId).orElse(null);
        if (!gate.admits(conversation, messageId, assistant)) {
            return Optional.empty();
        }
        return Optional.of(new ReplyPlan(
                conversation.id(),
                messageId,
                decision,
                assistant,
                account,
                question.words(),
                question.before(),
                providerId,
                conversation.escalated(),
                started,
                null));
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
}
