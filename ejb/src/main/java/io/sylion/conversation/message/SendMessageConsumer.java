package io.sylion.conversation.message;

import io.sylion.conversation.api.MessageQueued;
import io.sylion.conversation.service.MessageSender;
import io.sylion.platform.api.Json;
import io.sylion.platform.log.LogFields;
import io.sylion.platform.message.Delivery;
import io.sylion.platform.message.FailuresKept;
import io.sylion.platform.message.FairShares;
import io.sylion.tenant.domain.TenantScope;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Sends what waits in a conversation. A repeat is harmless: each message is claimed once in the database. */
@FailuresKept
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = ConversationQueues.SEND_MESSAGE),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "16")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SendMessageConsumer implements MessageListener {
    @Inject
    MessageSender sender;

    @Inject
    FairShares shares;

    @Override
    public void onMessage(Message message) {
        try {
            MessageQueued queued = Json.read(message.getBody(String.class), MessageQueued.class);
            LogFields.tenant(queued.tenantId());
            LogFields.conversation(queued.conversationId());
            try {
                TenantScope.run(
                        TenantScope.system(queued.tenantId()),
                        () -> Delivery.attempt(
                                message,
                                () -> sender.sendWaiting(queued.conversationId()),
                                () -> sender.giveUp(queued.conversationId())));
            } finally {
                shares.leave(ConversationQueues.SEND_MESSAGE, queued.tenantId().toString());
            }
        } catch (JMSException e) {
            throw new IllegalStateException("unreadable message", e);
        }
    }
}
