package io.sylion.assistant.service;

import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.service.PlatformConnectors;
import io.sylion.conversation.service.MessageSender;
import io.sylion.conversation.service.OutgoingMessage;
import io.sylion.platform.measure.Stage;
import io.sylion.platform.measure.Stages;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Logger;

/**
 * Composes an automatic reply: plan in a short transaction, retrieval and model outside any, record in a short transaction, in
 * which the reply is claimed for sending as well. A request that a newer message of the customer has overtaken does nothing: that
 * one carries the answer.
 */
@ApplicationScoped
@PermitAll
public class ReplyComposer {
    private static final Logger LOG = Logger.getLogger(ReplyComposer.class.getName());

    @Inject
    DirectReply direct;

    @Inject
    ReplySteps steps;

    @Inject
    ReplyWriter writer;

    @Inject
    MessageSender sender;

    @Inject
    PlatformConnectors connectors;

    @Inject
    Stages stages;

    @Resource
    ManagedExecutorService executor;

    public void compose(UUID conversationId, UUID messageId) {
        stages.timed(Stage.PLAN, () -> plan(conversationId, messageId)).ifPresent(plan -> {
            stages.since(Stage.WAIT, messageId);
            showTyping(plan);
            sender.send(write(plan));
        });
    }

    private Optional<ReplyPlan> plan(UUID conversationId, UUID messageId) {
        DirectReply.Planned planned = direct.plan(conversationId, messageId);
        return planned.decided() ? Optional.ofNullable(planned.plan()) : steps.plan(conversationId, messageId);
    }

    private Optional<OutgoingMessage> record(ReplyPlan plan, ReplyDraft draft) {
        return direct.record(plan, draft).or(() -> steps.record(plan, draft));
    }

    private Optional<OutgoingMessage> write(ReplyPlan plan) {
        boolean recorded = false;
        try {
            ReplyDraft draft = writer.write(plan);
            stages.took(Stage.RETRIEVE, draft.retrievalMs());
            stages.took(Stage.MODEL, draft.modelMs());
            Optional<OutgoingMessage> next = stages.timed(Stage.RECORD, () -> record(plan, draft));
            recorded = true;
            return next;
        } finally {
            if (!recorded) {
                steps.release(plan);
            }
        }
    }

    /** The queue will not try again: a person is asked instead. */
    public void giveUp(UUID conversationId, UUID messageId) {
        steps.giveUp(conversationId, messageId);
    }

    /** Best effort and beside the work: an answer never waits for the sign that it is being written. */
    private void showTyping(ReplyPlan plan) {
        if (plan.providerMessageId() == null) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    connectors.of(plan.account().provider()).markRead(plan.account(), plan.providerMessageId(), true);
                } catch (ProviderFailure e) {
                    LOG.fine(() -> "typing not shown for message " + plan.messageId() + ": " + e.code());
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.fine(() -> "typing not shown for message " + plan.messageId() + ": busy");
        }
    }
}
