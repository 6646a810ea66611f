package io.sylion.triage.service;

import io.sylion.conversation.api.InboundFacts;
import io.sylion.conversation.api.InboundJudge;
import io.sylion.conversation.api.InboundVerdict;
import io.sylion.conversation.api.ReplyTerms;
import io.sylion.conversation.domain.Triage;
import io.sylion.decision.service.DecisionService;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** The rules of {@link TriageService} for messages that are not stored yet: an answer by the AI, or none. */
@ApplicationScoped
@PermitAll
class TriageJudge implements InboundJudge {
    @Inject
    ReplyTerms terms;

    /** Empty for a hand-off, and where no assistant is known to answer. */
    @Override
    public Optional<InboundVerdict> judge(InboundFacts facts) {
        TriageInput input = new TriageInput(facts.aiAllowed(), facts.handler(), facts.type(), facts.text());
        TriageVerdict verdict = TriagePolicy.decide(input);
        Optional<Duration> delay =
                verdict.triage() == Triage.AUTO_REPLY ? terms.delay(facts.channelId()) : Optional.empty();
        if (verdict.handOff() || verdict.triage() == Triage.AUTO_REPLY && delay.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new InboundVerdict(
                verdict.triage(),
                verdict.rule(),
                verdict.confidence(),
                DecisionService.opening(
                        TriageService.decision(facts.conversationId(), facts.messageId(), verdict, input), facts.now()),
                delay.orElse(null)));
    }
}
