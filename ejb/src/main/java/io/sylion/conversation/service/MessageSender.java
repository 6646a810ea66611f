package io.sylion.conversation.service;

import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.service.PlatformConnectors;
import io.sylion.platform.guard.DatabasePatience;
import io.sylion.platform.log.LogFields;
import io.sylion.platform.measure.Stage;
import io.sylion.platform.measure.Stages;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Sends what waits in a conversation, in the order of writing: claim in a short transaction, call the provider outside any, record
 * in another. A crash in between leaves the message SENDING; it is never sent again blindly. Nobody but this thread knows what the
 * provider did: a database that is away for a moment must not turn that into an unknown outcome.
 */
@ApplicationScoped
@PermitAll
public class MessageSender {
    private static final Logger LOG = Logger.getLogger(MessageSender.class.getName());

    @Inject
    DirectSend direct;

    @Inject
    SendSteps steps;

    @Inject
    PlatformConnectors connectors;

    @Inject
    Stages stages;

    /** Sends until nothing may leave now. */
    public void sendWaiting(UUID conversationId) {
        send(steps.claim(conversationId));
    }

    /** Sends a claimed message, and those behind it. */
    public void send(Optional<OutgoingMessage> claimed) {
        Optional<OutgoingMessage> next = claimed;
        while (next.isPresent()) {
            next = attempt(next.get());
        }
    }

    /** The queue will not try again: the message that could not even be claimed fails, those behind it go on. */
    public void giveUp(UUID conversationId) {
        steps.giveUp(conversationId);
    }

    /** Makes the one attempt; returns the message that may follow at once. */
    private Optional<OutgoingMessage> attempt(OutgoingMessage message) {
        LogFields.message(message.id());
        if (message.attempt() == 1) {
            stages.since(Stage.QUEUE, message.id());
        }
        String providerId;
        try {
            providerId = stages.timed(
                    Stage.PROVIDER,
                    () -> connectors.of(message.account().provider()).send(message.account(), message.content()));
        } catch (ProviderFailure e) {
            LOG.info(() -> "message " + message.id() + " not sent: " + e.remedy() + " " + e.code()
                    + (e.isUncertain() ? " (outcome unknown)" : ""));
            return DatabasePatience.outlast(() -> steps.failed(message, e));
        }
        if (message.answersId() != null) {
            stages.since(Stage.REPLY, message.answersId());
        }
        LOG.fine(() -> "message " + message.id() + " sent");
        return DatabasePatience.outlast(() -> sent(message, providerId));
    }

    private Optional<OutgoingMessage> sent(OutgoingMessage message, String providerId) {
        Optional<DirectSend.Accepted> noted = direct.sent(message, providerId);
        if (noted.isEmpty()) {
            return steps.sent(message, providerId);
        }
        return noted.get().waiting() ? steps.claim(message.conversationId()) : Optional.empty();
    }
}
