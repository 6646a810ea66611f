package io.sylion.assistant.service;

import io.sylion.conversation.service.MessageSender;
import io.sylion.conversation.service.OutgoingMessage;
import io.sylion.platform.measure.Stage;
import io.sylion.platform.measure.Stages;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Composes an automatic reply: plan in a short transaction, retrieval and model outside any, record in a short transaction, in
 * which the reply is claimed for sending as well. A request that a newer message of the customer has overtaken does nothing: that
 * one carries the answer.
 */
@ApplicationScoped
@PermitAll
public class ReplyComposer {
    @Inject
    DirectReply direct;

    @Inject
    ReplySteps steps;

    @Inject
    ReplyWriter writer;

    @Inject
    MessageSender sender;

    @Inject
    Stages stages;

    public void compose(UUID channelId, UUID conversationId, UUID messageId) {
        stages.timed(Stage.PLAN, () -> plan(channelId, conversationId, messageId))
                .ifPresent(plan -> {
                    stages.since(Stage.WAIT, messageId);
                    sender.send(write(plan));
                });
    }

    private Optional<ReplyPlan> plan(UUID channelId, UUID conversationId, UUID messageId) {
        DirectReply.Planned planned = direct.plan(channelId, conversationId, messageId);
        return planned.decided() ? Optional.ofNullable(planned.plan()) : steps.plan(conversationId, messageId);
    }

    private Optional<OutgoingMessage> record(ReplyPlan plan, ReplyDraft draft) {
        return direct.record(plan, draft).or(() -> steps.record(plan, draft));
    }

    private Optional<OutgoingMessage> write(ReplyPlan plan) {
        ReplyDraft draft = writer.write(plan);
        stages.took(Stage.RETRIEVE, draft.retrievalMs());
        stages.took(Stage.MODEL, draft.modelMs());
        return stages.timed(Stage.RECORD, () -> record(plan, draft));
    }

    /** The queue will not try again: a person is asked instead. */
    public void giveUp(UUID conversationId, UUID messageId) {
        steps.giveUp(conversationId, messageId);
    }
}
