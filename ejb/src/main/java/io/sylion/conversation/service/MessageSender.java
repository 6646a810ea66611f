package io.sylion.conversation.service;

import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.service.PlatformConnectors;
import io.sylion.platform.log.LogFields;
import io.sylion.platform.measure.Stage;
import io.sylion.platform.measure.Stages;
import io.sylion.usage.api.QuotaReached;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.domain.Reservation;
import io.sylion.usage.service.QuotaService;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Sends what waits in a conversation, in the order of writing: claim in a short transaction, call the provider outside any, record
 * in another. A crash in between leaves the message SENDING; it is never sent again blindly.
 */
@ApplicationScoped
@PermitAll
public class MessageSender {
    private static final Logger LOG = Logger.getLogger(MessageSender.class.getName());

    @Inject
    SendSteps steps;

    @Inject
    PlatformConnectors connectors;

    @Inject
    QuotaService quotas;

    @Inject
    Stages stages;

    /** Sends until nothing may leave now. */
    public void sendWaiting(UUID conversationId) {
        Optional<OutgoingMessage> next = steps.claim(conversationId);
        while (next.isPresent() && send(next.get())) {
            next = steps.claim(conversationId);
        }
    }

    /** The queue will not try again: the message that could not even be claimed fails, those behind it go on. */
    public void giveUp(UUID conversationId) {
        steps.giveUp(conversationId);
    }

    /** Makes the one attempt; tells whether the next message may follow at once. */
    private boolean send(OutgoingMessage message) {
        LogFields.message(message.id());
        if (message.attempt() == 1) {
            stages.since(Stage.QUEUE, message.id());
        }
        Reservation reservation;
        try {
            reservation = quotas.reserve(QuotaMetric.OUTBOUND_MESSAGES, 1, "send:" + message.id());
        } catch (QuotaReached e) {
            steps.refused(message, "quota", "monthly limit of outbound messages reached");
            return true;
        }
        try {
            String providerId = stages.timed(
                    Stage.PROVIDER,
                    () -> connectors.of(message.account().provider()).send(message.account(), message.content()));
            if (message.answersId() != null) {
                stages.since(Stage.REPLY, message.answersId());
            }
            steps.sent(message, providerId);
            quotas.settle(reservation.id(), 1);
            LOG.fine(() -> "message " + message.id() + " sent");
            return true;
        } catch (ProviderFailure e) {
            quotas.release(reservation.id());
            LOG.info(() -> "message " + message.id() + " not sent: " + e.remedy() + " " + e.code()
                    + (e.isUncertain() ? " (outcome unknown)" : ""));
            return steps.failed(message, e);
        }
    }
}
