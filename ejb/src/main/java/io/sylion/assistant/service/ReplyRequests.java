package io.sylion.assistant.service;

import io.sylion.conversation.api.AutomaticReply;
import io.sylion.conversation.api.HandOffWanted;
import io.sylion.conversation.api.ReplyWanted;
import io.sylion.conversation.service.OutboundService;
import io.sylion.decision.domain.DecisionOutcome;
import io.sylion.decision.domain.DecisionResult;
import io.sylion.decision.service.DecisionService;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Takes up what triage wants from assistants, in the transaction that stores the message. */
@ApplicationScoped
@PermitAll
public class ReplyRequests {
    private static final String NO_ASSISTANT = "no-assistant";

    @Inject
    AssistantProfiles assistants;

    @Inject
    OutboundService conversations;

    @Inject
    DecisionService decisions;

    void onReply(@Observes ReplyWanted wanted) {
        assistants
                .answering(wanted.channelId())
                .ifPresentOrElse(
                        assistant -> conversations.oweReply(
                                wanted.conversationId(), wanted.messageId(), assistant.batchingDelay()),
                        () -> {
                            conversations.escalate(wanted.conversationId(), NO_ASSISTANT, false);
                            decisions.complete(
                                    wanted.messageId(),
                                    DecisionResult.without(DecisionOutcome.ESCALATED, NO_ASSISTANT));
                        });
    }

    void onHandOff(@Observes HandOffWanted wanted) {
        assistants
                .answering(wanted.channelId())
                .ifPresent(assistant -> conversations.reply(new AutomaticReply(
                        wanted.conversationId(),
                        wanted.messageId(),
                        wanted.decisionId(),
                        assistant.name(),
                        assistant.handOffSentence())));
    }
}
