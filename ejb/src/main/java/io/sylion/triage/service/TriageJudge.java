package io.sylion.triage.service;

import io.sylion.conversation.api.InboundFacts;
import io.sylion.conversation.api.InboundJudge;
import io.sylion.conversation.api.InboundVerdict;
import io.sylion.conversation.domain.Triage;
import io.sylion.decision.service.DecisionService;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The rules of {@link TriageService} for messages that are not stored yet: an answer by the AI, or none. */
@ApplicationScoped
@PermitAll
class TriageJudge implements InboundJudge {
    /** Empty for a hand-off, and where no assistant answers. */
    @Override
    public Optional<InboundVerdict> judge(InboundFacts facts) {
        TriageInput input = new TriageInput(facts.aiAllowed(), facts.handler(), facts.type(), facts.text());
        TriageVerdict verdict = TriagePolicy.decide(input);
        boolean reply = verdict.triage() == Triage.AUTO_REPLY;
        if (verdict.handOff() || reply && facts.replyAfter() == null) {
            return Optional.empty();
        }
        return Optional.of(new InboundVerdict(
                verdict.triage(),
                verdict.rule(),
                verdict.confidence(),
                DecisionService.opening(
                        TriageService.decision(facts.conversationId(), facts.messageId(), verdict, input), facts.now()),
                reply ? facts.replyAfter() : null));
    }
}
