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
import java.util.Optional;
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

    /** The quota's reservation, or empty when the message does not leave. */
    Optional<UUID> admit(Conversation conversation, Message message, Instant now) {
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
            return Optional.of(quotas.reserve(QuotaMetric.OUTBOUND_MESSAGES, 1, "send:" + message.id())
                    .id());
        } catch (QuotaReached e) {
            return refuse(
                    conversation, message, MessageState.FAILED, "quota", "monthly limit of outbound messages reached");
        }
    }

    private Optional<UUID> refuse(
            Conversation conversation, Message message, MessageState end, String code, String reason) {
        queue.end(conversation, message, end, code, reason);
        return Optional.empty();
    }

    /** The provider took the message. */
    void left(UUID reservation) {
        quotas.settle(reservation, 1);
    }

    /** It did not, or nobody knows. */
    void stayed(UUID reservation) {
        quotas.release(reservation);
    }
}
