package io.sylion.triage.service;

import io.sylion.decision.api.OpenDecision;
import io.sylion.platform.api.Json;
import io.sylion.triage.api.Resemblance;
import io.sylion.triage.api.RuleCheck;
import io.sylion.triage.api.TriageSnapshot;
import java.util.UUID;

/** What is written down of a verdict. */
final class TriageRecord {
    private TriageRecord() {}

    static OpenDecision of(UUID conversationId, UUID messageId, TriageVerdict verdict, TriageInput input, int ruleSet) {
        return new OpenDecision(
                conversationId,
                messageId,
                verdict.triage(),
                verdict.confidence(),
                verdict.rule(),
                verdict.reason(),
                Json.write(snapshot(verdict, input, ruleSet)));
    }

    private static TriageSnapshot snapshot(TriageVerdict verdict, TriageInput input, int ruleSet) {
        RuleCheck decider = verdict.decider();
        Resemblance nearest = verdict.nearest();
        return new TriageSnapshot(
                input.controlActive(),
                input.handler(),
                input.type(),
                input.channelId(),
                ruleSet,
                decider == null ? null : decider.rule().name(),
                decider == null ? null : decider.found(),
                decider == null ? null : decider.rule().minimumConfidence(),
                nearest == null ? null : nearest.example().id(),
                nearest == null ? null : nearest.similarity());
    }
}
