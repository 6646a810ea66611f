package io.sylion.assistant.service;

import io.sylion.assistant.domain.AssistantProfile;
import io.sylion.channel.api.ChannelAccount;
import io.sylion.channel.service.ChannelAccounts;
import io.sylion.control.service.ControlService;
import io.sylion.conversation.api.AutomaticReply;
import io.sylion.conversation.service.DirectSend;
import io.sylion.conversation.service.OutgoingMessage;
import io.sylion.conversation.service.OwedReply;
import io.sylion.decision.service.DecisionService;
import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Pipeline;
import io.sylion.platform.persistence.TenantDatabase;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.service.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The steps of nearly every reply, an answer that leaves at once, in two round trips to the database each. Whatever asks for more
 * is left to {@link ReplySteps}, with nothing done.
 */
@ApplicationScoped
class DirectReply {
    @Inject
    TenantDatabase database;

    @Inject
    AssistantProfiles assistants;

    @Inject
    ChannelAccounts accounts;

    @Inject
    DirectSend sends;

    @Inject
    Clock clock;

    /**
     * What planning came to.
     *
     * @param decided false when the ordinary way must decide
     * @param plan null when there is nothing to do
     */
    record Planned(boolean decided, ReplyPlan plan) {
        private static final Planned NOTHING = new Planned(true, null);
        private static final Planned UNDECIDED = new Planned(false, null);
    }

    /** As {@link ReplySteps#plan}. */
    Planned plan(UUID channelId, UUID conversationId, UUID messageId) {
        long started = System.nanoTime();
        // before the transaction: they may ask the database themselves
        Optional<AssistantProfile> assistant = assistants.answering(channelId).filter(AssistantProfile::isAlwaysOpen);
        if (assistant.isEmpty()) {
            return Planned.UNDECIDED;
        }
        ChannelAccount account = accounts.account(channelId);
        return database.transact(pipeline -> {
            Planned planned = plan(pipeline, conversationId, messageId, assistant.get(), account, started);
            if (planned.plan() == null) {
                pipeline.abandon();
            }
            return planned;
        });
    }

    private Planned plan(
            Pipeline pipeline,
            UUID conversationId,
            UUID messageId,
            AssistantProfile assistant,
            ChannelAccount account,
            long started)
            throws SQLException {
        Instant now = clock.instant();
        List<BoundSql> questions =
                new ArrayList<>(OwedReply.finding(conversationId, messageId, ReplyQuestion.TURNS, now));
        questions.add(DecisionService.finding(messageId));
        questions.add(ControlService.allowing(account.channelId()));
        questions.add(QuotaService.room(QuotaMetric.AI_REPLIES, now));
        pipeline.send(questions);
        OwedReply owed = OwedReply.found(pipeline);
        UUID decision = pipeline.row(DecisionService::found);
        boolean allowed = pipeline.row(ControlService::allowed);
        boolean room = pipeline.row(QuotaService::hasRoom);
        if (owed == null || !owed.isOwedTo(messageId)) {
            // a newer message carries the answer; where a member answers, the decision has an end of its own
            return owed != null && owed.isOvertaken(messageId) ? Planned.NOTHING : Planned.UNDECIDED;
        }
        if (!allowed || !room || !owed.isWindowOpen(now)) {
            return Planned.UNDECIDED;
        }
        ReplyQuestion question = ReplyQuestion.of(owed.turns(), messageId, owed::text);
        return new Planned(
                true,
                new ReplyPlan(
                        conversationId,
                        messageId,
                        decision,
                        assistant,
                        account,
                        question.words(),
                        question.before(),
                        owed.providerMessageId(),
                        owed.isEscalated(),
                        started,
                        owed));
    }

    /** As {@link ReplySteps#record} for an answer to a conversation that has not changed since; empty for all else. */
    Optional<OutgoingMessage> record(ReplyPlan plan, ReplyDraft draft) {
        if (plan.owed() == null || ReplyOutcomes.reason(plan, draft) != null) {
            return Optional.empty();
        }
        Optional<OutgoingMessage> claimed = sends.answer(
                plan.owed(),
                plan.account(),
                new AutomaticReply(
                        plan.conversationId(),
                        plan.messageId(),
                        plan.decisionId(),
                        plan.assistant().name(),
                        draft.answer()),
                draft.confidence(),
                (reply, now) -> List.of(
                        DecisionService.completing(
                                plan.messageId(), ReplyOutcomes.result(plan, draft, null, reply), now),
                        DecisionService.superseding(plan.conversationId(), plan.messageId(), now)),
                QuotaService.using(
                        QuotaMetric.AI_REPLIES, 1, ReplyOutcomes.reference(plan.messageId()), clock.instant()));
        claimed.ifPresent(message -> ReplyOutcomes.log(plan, draft, null));
        return claimed;
    }
}
