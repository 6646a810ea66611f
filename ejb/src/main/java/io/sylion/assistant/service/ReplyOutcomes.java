package io.sylion.assistant.service;

import io.sylion.assistant.api.QuestionUnanswered;
import io.sylion.assistant.domain.AssistantProfile;
import io.sylion.conversation.api.AutomaticReply;
import io.sylion.conversation.domain.Handler;
import io.sylion.conversation.domain.Triage;
import io.sylion.conversation.service.AnswerableConversation;
import io.sylion.conversation.service.OutboundService;
import io.sylion.conversation.service.OutgoingMessage;
import io.sylion.decision.domain.CitedPassage;
import io.sylion.decision.domain.DecisionDetails;
import io.sylion.decision.domain.DecisionOutcome;
import io.sylion.decision.domain.DecisionResult;
import io.sylion.decision.service.DecisionService;
import io.sylion.platform.api.Json;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.usage.api.QuotaReached;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.service.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * The ways in which an owed reply ends. Each leaves its trace in the decision, and none leaves the customer's message without
 * either an answer or a person who is asked.
 */
@ApplicationScoped
class ReplyOutcomes {
    private static final Logger LOG = Logger.getLogger(ReplyOutcomes.class.getName());
    static final String QUOTA_REACHED = "quota-reached";
    private static final String MODEL_FAILED = "model-failed";
    private static final String ASSISTANT_ASKS = "assistant-asks";
    private static final String NO_KNOWLEDGE = "no-knowledge";
    private static final String LOW_CONFIDENCE = "low-confidence";
    private static final String TAKEN_OVER = "member-handles";

    @Inject
    OutboundService conversations;

    @Inject
    DecisionService decisions;

    @Inject
    QuotaService quotas;

    @Inject
    Event<QuestionUnanswered> unanswered;

    UUID decision(UUID messageId) {
        return decisions.ofMessage(messageId).map(DecisionDetails::id).orElse(null);
    }

    /** A person answers instead: no reply of the message's own is owed any more. A newer message's reply ends it otherwise. */
    void overtaken(UUID conversationId, UUID messageId) {
        if (conversations.handler(conversationId) != Handler.AI) {
            decisions.complete(messageId, DecisionResult.without(DecisionOutcome.WITHHELD, TAKEN_OVER));
        }
    }

    /** AI control was switched off after triage. */
    void withhold(AnswerableConversation conversation, UUID messageId, String reason) {
        conversations.settleWithoutReply(conversation.id());
        decisions.complete(messageId, DecisionResult.without(DecisionOutcome.WITHHELD, reason));
        decisions.supersede(conversation.id(), messageId);
    }

    /** A person is asked without a model having been. */
    void askPerson(AnswerableConversation conversation, UUID messageId, String reason, boolean handOff) {
        askPerson(conversation.id(), conversation.escalated(), messageId, reason, handOff);
    }

    private void askPerson(UUID conversationId, boolean escalated, UUID messageId, String reason, boolean handOff) {
        conversations.settleWithoutReply(conversationId);
        if (!escalated) {
            conversations.escalate(conversationId, reason, handOff);
        }
        decisions.complete(messageId, DecisionResult.without(DecisionOutcome.ESCALATED, reason));
        decisions.supersede(conversationId, messageId);
    }

    /** Names a reply to the quota. */
    static String reference(UUID messageId) {
        return "reply:" + messageId;
    }

    /** Outside opening hours: the customer is told once, a person reads it later. */
    void closed(AnswerableConversation conversation, UUID messageId, AssistantProfile assistant) {
        if (assistant.closedSentence() != null && !conversation.escalated()) {
            conversations.reply(new AutomaticReply(
                    conversation.id(), messageId, decision(messageId), assistant.name(), assistant.closedSentence()));
        }
        askPerson(conversation, messageId, "closed-hours", false);
    }

    /** Why a person is asked as well, null for an answer that stands. */
    static String reason(ReplyPlan plan, ReplyDraft draft) {
        if (draft.failure() != null) {
            return MODEL_FAILED;
        }
        if (draft.escalate()) {
            return ASSISTANT_ASKS;
        }
        boolean nothingKnown = plan.assistant().knows() && draft.passages().isEmpty();
        if (draft.answer() == null || draft.answer().isEmpty() || nothingKnown) {
            return NO_KNOWLEDGE;
        }
        if (draft.doubt() != null) {
            return draft.doubt();
        }
        boolean sure = draft.confidence().compareTo(plan.assistant().minimumConfidence()) >= 0;
        return sure ? null : LOW_CONFIDENCE;
    }

    /** Returns the message that may leave at once. */
    Optional<OutgoingMessage> record(ReplyPlan plan, ReplyDraft draft) {
        AssistantProfile assistant = plan.assistant();
        String reason = reason(plan, draft);
        return switch (reason) {
            case null -> answer(plan, draft, draft.answer(), null, false);
            case MODEL_FAILED, ASSISTANT_ASKS -> answer(plan, draft, assistant.handOffSentence(), reason, true);
            default -> answer(plan, draft, assistant.unknownSentence(), reason, false);
        };
    }

    /** Sends the words; with a reason a person is asked as well, who finds the model's own words in the decision. */
    private Optional<OutgoingMessage> answer(
            ReplyPlan plan, ReplyDraft draft, String words, String reason, boolean handOff) {
        boolean repeated = reason != null && plan.escalated() && handOff;
        if (!repeated && !isCounted(plan.messageId())) {
            askPerson(plan.conversationId(), plan.escalated(), plan.messageId(), QUOTA_REACHED, false);
            return Optional.empty();
        }
        UUID reply = repeated
                ? null
                : conversations.write(new AutomaticReply(
                        plan.conversationId(),
                        plan.messageId(),
                        plan.decisionId(),
                        plan.assistant().name(),
                        words));
        if (repeated) {
            conversations.settleWithoutReply(plan.conversationId());
        }
        if (reason == null) {
            conversations.triaged(plan.conversationId(), Triage.AUTO_REPLY, "answered", draft.confidence());
        } else {
            conversations.escalate(plan.conversationId(), reason, handOff);
        }
        decisions.complete(plan.messageId(), result(plan, draft, reason, reply));
        decisions.supersede(plan.conversationId(), plan.messageId());
        if (plan.assistant().knows() && (NO_KNOWLEDGE.equals(reason) || LOW_CONFIDENCE.equals(reason))) {
            unanswered.fire(unanswered(plan));
        }
        log(plan, draft, reason);
        return reply == null ? Optional.empty() : conversations.claim(plan.conversationId(), reply);
    }

    /** There was room when the model was asked; others may have used it up since. */
    private boolean isCounted(UUID messageId) {
        try {
            quotas.use(QuotaMetric.AI_REPLIES, 1, reference(messageId));
            return true;
        } catch (QuotaReached e) {
            return false;
        }
    }

    private static QuestionUnanswered unanswered(ReplyPlan plan) {
        return new QuestionUnanswered(
                TenantScope.current().tenantId(),
                plan.account().channelId(),
                plan.conversationId(),
                plan.messageId(),
                plan.assistant().id(),
                plan.assistant().baseIds());
    }

    /** While the draft was made a member took over, or the customer wrote on: then the newer message carries the answer. */
    void discard(ReplyPlan plan) {
        DecisionResult result = conversations.handler(plan.conversationId()) == Handler.AI
                ? DecisionResult.without(DecisionOutcome.SUPERSEDED, "customer-wrote-on")
                : DecisionResult.without(DecisionOutcome.WITHHELD, TAKEN_OVER);
        decisions.complete(plan.messageId(), result);
    }

    static void log(ReplyPlan plan, ReplyDraft draft, String reason) {
        LOG.info(() -> "reply to message " + plan.messageId() + " conversation=" + plan.conversationId() + " outcome="
                + (reason == null ? "answered" : "escalated") + " model=" + draft.model() + " ms=" + draft.modelMs()
                + (draft.failure() == null ? "" : " failure=" + draft.failure()));
    }

    static DecisionResult result(ReplyPlan plan, ReplyDraft draft, String reason, UUID reply) {
        List<CitedPassage> passages = draft.passages().stream()
                .map(p -> new CitedPassage(
                        p.passageId(),
                        p.documentId(),
                        p.documentTitle(),
                        p.text(),
                        p.score(),
                        draft.citations().contains(p.passageId())))
                .toList();
        return new DecisionResult(
                reason == null ? DecisionOutcome.REPLIED : DecisionOutcome.ESCALATED,
                reason,
                plan.assistant().id(),
                draft.model(),
                ReplyPrompt.VERSION,
                Json.write(Map.of("temperature", plan.assistant().temperature())),
                Json.write(passages),
                Json.write(passages.stream()
                        .filter(CitedPassage::cited)
                        .map(CitedPassage::documentId)
                        .distinct()
                        .toList()),
                draft.answer(),
                draft.confidence(),
                reply,
                draft.inputTokens(),
                draft.outputTokens(),
                draft.costMicros(),
                draft.retrievalMs(),
                draft.modelMs(),
                (int) ((System.nanoTime() - plan.startedNanos()) / 1_000_000),
                draft.failure());
    }
}
