package io.sylion.triage.service;

import io.sylion.control.service.ControlService;
import io.sylion.conversation.api.HandOffWanted;
import io.sylion.conversation.api.MessageStored;
import io.sylion.conversation.api.ReplyWanted;
import io.sylion.conversation.domain.Triage;
import io.sylion.conversation.service.OutboundService;
import io.sylion.decision.service.DecisionService;
import io.sylion.platform.persistence.Ids;
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
    RuleBook book;

    @Inject
    ControlService control;

    @Inject
    OutboundService conversations;

    @Inject
    DecisionService decisions;

    @Inject
    Event<Object> wanted;

    void on(@Observes MessageStored stored) {
        TenantRules rules = book.current();
        TriageInput input = new TriageInput(
                control.allows(stored.channelId()),
                conversations.handler(stored.conversationId()),
                stored.type(),
                stored.text(),
                stored.channelId(),
                rules.at(Ids.madeAt(stored.messageId())));
        TriageVerdict verdict = TriagePolicy.decide(input, rules);
        UUID conversation = stored.conversationId();
        conversations.triaged(conversation, verdict.triage(), verdict.reason(), verdict.confidence());
        UUID decision =
                decisions.open(TriageRecord.of(conversation, stored.messageId(), verdict, input, rules.version()));
        if (verdict.triage() == Triage.AUTO_REPLY) {
            wanted.select(ReplyWanted.class)
                    .fire(new ReplyWanted(conversation, stored.messageId(), stored.channelId(), decision));
        } else if (verdict.handOff()) {
            conversations.escalate(conversation, verdict.reason(), true);
            wanted.select(HandOffWanted.class)
                    .fire(new HandOffWanted(conversation, stored.messageId(), stored.channelId(), decision));
        }
    }
}
