package io.sylion.assistant.service;

import io.sylion.assistant.domain.AssistantProfile;
import io.sylion.control.service.ControlService;
import io.sylion.conversation.service.AnswerableConversation;
import io.sylion.tenant.domain.Tenant;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.tenant.service.TenantDirectory;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.service.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
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

    /** False when no model is to be asked. */
    boolean admits(AnswerableConversation conversation, UUID messageId, AssistantProfile assistant) {
        if (!control.allows(conversation.channelId())) {
            outcomes.withhold(conversation, messageId, "ai-off");
            return false;
        }
        if (!conversation.windowOpen()) {
            outcomes.askPerson(conversation, messageId, "window-closed", false);
            return false;
        }
        if (!assistant.isOpenAt(localTime())) {
            outcomes.closed(conversation, messageId, assistant);
            return false;
        }
        if (!quotas.hasRoom(QuotaMetric.AI_REPLIES)) {
            outcomes.askPerson(conversation, messageId, ReplyOutcomes.QUOTA_REACHED, false);
            return false;
        }
        return true;
    }

    private LocalTime localTime() {
        Tenant tenant = tenants.byId(TenantScope.current().tenantId());
        return LocalTime.now(clock.withZone(tenant.timeZone()));
    }
}
