package io.sylion.triage.service;

import io.sylion.control.service.ControlService;
import io.sylion.conversation.api.HandOffWanted;
import io.sylion.conversation.api.MessageStored;
import io.sylion.conversation.api.ReplyWanted;
import io.sylion.conversation.domain.Triage;
import io.sylion.conversation.service.OutboundService;
import io.sylion.decision.api.OpenDecision;
import io.sylion.decision.service.DecisionService;
import io.sylion.platform.api.Json;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Triages each stored message in the transaction that stores it, so that no message is without a decision. */
@ApplicationScoped
@PermitAll
public class TriageService {
    @Inject
    ControlService control;

    @Inject
    OutboundService conversations;

    @Inject
    DecisionService decisions;

    @Inject
    Event<ReplyWanted> replyWanted;

    @Inject
    Event<HandOffWanted> handOffWanted;

    void on(@Observes MessageStored stored) {
        TriageInput input = new TriageInput(
                control.allows(stored.channelId()),
                conversations.handler(stored.conversationId()),
                stored.type(),
                stored.text());
        TriageVerdict verdict = TriagePolicy.decide(input);
        UUID conversation = stored.conversationId();
        conversations.triaged(conversation, verdict.triage(), verdict.rule(), verdict.confidence());
        UUID decision = decisions.open(decision(conversation, stored.messageId(), verdict, input));
        if (verdict.triage() == Triage.AUTO_REPLY) {
            replyWanted.fire(new ReplyWanted(conversation, stored.messageId(), stored.channelId(), decision));
        } else if (verdict.handOff()) {
            conversations.escalate(conversation, verdict.rule(), true);
            handOffWanted.fire(new HandOffWanted(conversation, stored.messageId(), stored.channelId(), decision));
        }
    }

    /** What is written down of a verdict. */
    static OpenDecision decision(UUID conversationId, UUID messageId, TriageVerdict verdict, TriageInput input) {
        return new OpenDecision(
                conversationId,
                messageId,
                verdict.triage(),
                verdict.confidence(),
                verdict.rule(),
                verdict.rule(),
                Json.write(input.withoutText()));
    }
}
