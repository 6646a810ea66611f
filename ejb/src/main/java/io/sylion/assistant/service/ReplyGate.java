package io.sylion.assistant.service;

import io.sylion.assistant.domain.AssistantProfile;
import io.sylion.control.service.ControlService;
import io.sylion.conversation.service.AnswerableConversation;
import io.sylion.tenant.domain.Tenant;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.tenant.service.TenantDirectory;
import io.sylion.usage.api.QuotaReached;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.service.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/** Whether an assistant may answer now: AI control, the window, its hours, the quota. Each refusal has its outcome. */
@ApplicationScoped
class ReplyGate {
    @Inject
    ControlService control;

    @Inject
    TenantDirectory tenants;

    @Inject
    QuotaService quotas;

    @Inject
    ReplyOutcomes outcomes;

    @Inject
    Clock clock;

    /** The quota's reservation, or empty when no model is to be asked. */
    Optional<UUID> admit(AnswerableConversation conversation, UUID messageId, AssistantProfile assistant) {
        if (!control.allows(conversation.channelId())) {
            outcomes.withhold(conversation, messageId, "ai-off");
            return Optional.empty();
        }
        if (!conversation.windowOpen()) {
            outcomes.askPerson(conversation, messageId, "window-closed", false);
            return Optional.empty();
        }
        if (!assistant.isOpenAt(localTime())) {
            outcomes.closed(conversation, messageId, assistant);
            return Optional.empty();
        }
        try {
            return Optional.of(quotas.reserve(QuotaMetric.AI_REPLIES, 1, "reply:" + messageId)
                    .id());
        } catch (QuotaReached e) {
            outcomes.askPerson(conversation, messageId, "quota-reached", false);
            return Optional.empty();
        }
    }

    private LocalTime localTime() {
        Tenant tenant = tenants.byId(TenantScope.current().tenantId());
        return LocalTime.now(clock.withZone(tenant.timeZone()));
    }
}
