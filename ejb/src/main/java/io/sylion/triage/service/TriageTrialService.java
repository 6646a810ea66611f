package io.sylion.triage.service;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.domain.Handler;
import io.sylion.governance.api.Permit;
import io.sylion.platform.text.CleanText;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.tenant.service.TenantDirectory;
import io.sylion.triage.api.TriageTrial;
import io.sylion.triage.api.TryMessage;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Tries rules that may not be saved yet: by the same policy as real messages, and nothing comes of it. */
@Stateless
@Permit(Role.VIEWER)
public class TriageTrialService {
    private static final int LONGEST = 4_096;

    @Inject
    ExampleService examples;

    @Inject
    TenantDirectory tenants;

    @Inject
    Clock clock;

    /** As if it came now, with AI control on and nobody else at it. */
    public TriageTrial attempt(TryMessage message) {
        TenantRules rules = TenantRules.of(
                0,
                message.rules(),
                examples.all(),
                tenants.byId(TenantScope.current().tenantId()).timeZone());
        TriageVerdict verdict = TriagePolicy.decide(
                new TriageInput(
                        true,
                        Handler.AI,
                        MessageType.TEXT,
                        CleanText.of(message.text(), LONGEST),
                        message.channelId(),
                        rules.at(clock.instant())),
                rules);
        return new TriageTrial(
                verdict.triage(), verdict.confidence(), verdict.reason(), verdict.nearest(), verdict.asked());
    }
}
