package io.sylion.triage.service;

import io.sylion.conversation.api.InboundFacts;
import io.sylion.conversation.api.InboundJudge;
import io.sylion.conversation.api.InboundRuling;
import io.sylion.conversation.api.InboundVerdict;
import io.sylion.conversation.domain.Triage;
import io.sylion.decision.service.DecisionService;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The rules of {@link TriageService} for messages that are not stored yet: an answer by the AI, or none. */
@ApplicationScoped
@PermitAll
class TriageJudge implements InboundJudge {
    @Inject
    RuleBook book;

    @Override
    public InboundRuling prepare() {
        TenantRules rules = book.current();
        return facts -> judge(facts, rules);
    }

    /** Empty for a hand-off, and where no assistant answers. */
    private static Optional<InboundVerdict> judge(InboundFacts facts, TenantRules rules) {
        TriageInput input = new TriageInput(
                facts.aiAllowed(),
                facts.handler(),
                facts.type(),
                facts.text(),
                facts.channelId(),
                rules.at(facts.now()));
        TriageVerdict verdict = TriagePolicy.decide(input, rules);
        boolean reply = verdict.triage() == Triage.AUTO_REPLY;
        if (verdict.handOff() || reply && facts.replyAfter() == null) {
            return Optional.empty();
        }
        return Optional.of(new InboundVerdict(
                verdict.triage(),
                verdict.reason(),
                verdict.confidence(),
                DecisionService.opening(
                        TriageRecord.of(facts.conversationId(), facts.messageId(), verdict, input, rules.version()),
                        facts.now()),
                reply ? facts.replyAfter() : null));
    }
}
