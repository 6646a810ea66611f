package io.sylion.triage.service;

import io.sylion.conversation.domain.Handler;
import io.sylion.conversation.domain.Triage;
import io.sylion.governance.api.Permit;
import io.sylion.platform.text.CleanText;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.tenant.service.TenantDirectory;
import io.sylion.triage.api.ReplayDifference;
import io.sylion.triage.api.ReplayGroup;
import io.sylion.triage.api.ReplayResult;
import io.sylion.triage.domain.IgnoreExample;
import io.sylion.triage.domain.PastMessage;
import io.sylion.triage.domain.PastMessageRepository;
import io.sylion.triage.domain.TriageRule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs rules over the tenant's last messages beside those that hold, and tells where they differ; nothing is sent or kept. Both are
 * asked as if AI control had been on and nobody else had had the conversation: what differs is the rules alone.
 */
@Stateless
@Permit(Role.VIEWER)
public class RuleReplayService {
    private static final int MOST = 500;
    private static final int LONGEST_SHOWN = 140;

    @Inject
    PastMessageRepository messages;

    @Inject
    RuleSetService sets;

    @Inject
    ExampleService examples;

    @Inject
    TenantDirectory tenants;

    private record Change(Triage before, Triage after) {}

    public ReplayResult replay(List<TriageRule> changed, int most) {
        ZoneId zone = tenants.byId(TenantScope.current().tenantId()).timeZone();
        List<IgnoreExample> listed = examples.all();
        TenantRules now = TenantRules.of(0, sets.current().rules(), listed, zone);
        TenantRules then = TenantRules.of(0, changed, listed, zone);
        Map<Triage, Integer> before = new EnumMap<>(Triage.class);
        Map<Triage, Integer> after = new EnumMap<>(Triage.class);
        Map<Change, List<ReplayDifference>> groups = new LinkedHashMap<>();
        List<PastMessage> past = messages.newest(Math.clamp(most, 1, MOST));
        for (PastMessage message : past) {
            TriageInput input = input(message, now);
            TriageVerdict old = TriagePolicy.decide(input, now);
            TriageVerdict fresh = TriagePolicy.decide(input, then);
            before.merge(old.triage(), 1, Integer::sum);
            after.merge(fresh.triage(), 1, Integer::sum);
            if (old.triage() != fresh.triage()) {
                groups.computeIfAbsent(new Change(old.triage(), fresh.triage()), key -> new ArrayList<>())
                        .add(difference(message, old, fresh));
            }
        }
        return new ReplayResult(
                past.size(),
                before,
                after,
                groups.entrySet().stream()
                        .map(group -> new ReplayGroup(
                                group.getKey().before(), group.getKey().after(), List.copyOf(group.getValue())))
                        .toList());
    }

    private static TriageInput input(PastMessage message, TenantRules rules) {
        return new TriageInput(
                true, Handler.AI, message.type(), message.text(), message.channelId(), rules.at(message.at()));
    }

    private static ReplayDifference difference(PastMessage message, TriageVerdict old, TriageVerdict fresh) {
        return new ReplayDifference(
                message.conversationId(),
                message.contactName(),
                CleanText.cut(message.text().replaceAll("\\s+", " ").strip(), LONGEST_SHOWN),
                message.at(),
                old.reason(),
                fresh.reason());
    }
}
