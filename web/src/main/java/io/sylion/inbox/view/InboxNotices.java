package io.sylion.inbox.view;

import io.sylion.control.service.ControlService;
import io.sylion.platform.faces.Moments;
import io.sylion.usage.domain.QuotaMeter;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.service.QuotaService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What everybody in the inbox must know: the AI is off, or the month's automatic replies are used up. */
@Named("inboxNotices")
@RequestScoped
public class InboxNotices {
    @Inject
    ControlService control;

    @Inject
    QuotaService quotas;

    @Inject
    Moments moments;

    private QuotaMeter replies;

    public boolean isAiOff() {
        return !control.isActive();
    }

    /** The meter of automatic replies, null when the plan has no such limit. */
    public QuotaMeter getReplies() {
        if (replies == null) {
            replies = quotas.meters().stream()
                    .filter(meter -> meter.metric() == QuotaMetric.AI_REPLIES)
                    .findFirst()
                    .orElse(null);
        }
        return replies;
    }

    public boolean isQuotaReached() {
        return getReplies() != null && getReplies().isReached();
    }

    public boolean isQuotaNear() {
        return getReplies() != null && !getReplies().isReached() && getReplies().isNear();
    }

    public String getResetsAt() {
        return getReplies() == null ? "" : moments.day(getReplies().resetsAt());
    }
}
