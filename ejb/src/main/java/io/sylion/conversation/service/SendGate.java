package io.sylion.conversation.service;

import io.sylion.control.service.ControlService;
import io.sylion.conversation.domain.Conversation;
import io.sylion.conversation.domain.Handler;
import io.sylion.conversation.domain.Message;
import io.sylion.conversation.domain.MessageState;
import io.sylion.usage.api.QuotaReached;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.service.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/**
 * Whether a message may leave now: AI control and takeover for automatic ones, the window, the quota. What may not has its end
 * and the reason. Runs in the transactions of {@link SendSteps}.
 */
@ApplicationScoped
class SendGate {
    @Inject
    SendQueue queue;

    @Inject
    ControlService control;

    @Inject
    QuotaService quotas;

    /** False when the message does not leave. */
    boolean admits(Conversation conversation, Message message, Instant now) {
        if (message.isAutomatic() && !control.allows(conversation.channelId())) {
            return refuse(conversation, message, MessageState.WITHHELD, "ai-off", "AI control is off");
        }
        if (message.isAutomatic() && conversation.handler() == Handler.MEMBER) {
            return refuse(conversation, message, MessageState.WITHHELD, "taken-over", "a member has taken over");
        }
        if (!conversation.isWindowOpen(now)) {
            MessageState end = message.isAutomatic() ? MessageState.WITHHELD : MessageState.FAILED;
            return refuse(conversation, message, end, "131047", "the 24-hour window is closed");
        }
        try {
            quotas.use(QuotaMetric.OUTBOUND_MESSAGES, 1, reference(message.id()));
            return true;
        } catch (QuotaReached e) {
            return refuse(
                    conversation, message, MessageState.FAILED, "quota", "monthly limit of outbound messages reached");
        }
    }

    private boolean refuse(Conversation conversation, Message message, MessageState end, String code, String reason) {
        queue.end(conversation, message, end, code, reason);
        return false;
    }

    /** The provider did not take the message. */
    void stayed(UUID messageId) {
        quotas.giveBack(QuotaMetric.OUTBOUND_MESSAGES, reference(messageId));
    }

    /** Names a send to the quota. */
    static String reference(UUID messageId) {
        return "send:" + messageId;
    }
}
