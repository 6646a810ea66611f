package io.sylion.conversation.message;

import io.sylion.channel.api.InboundEvent;
import io.sylion.conversation.service.DirectReceiver;
import io.sylion.conversation.service.MessageReceiver;
import io.sylion.platform.api.Json;
import io.sylion.platform.guard.DatabasePatience;
import io.sylion.platform.guard.Precedence;
import io.sylion.platform.log.LogFields;
import io.sylion.platform.measure.Stage;
import io.sylion.platform.measure.Stages;
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

/** Takes in what the gateway accepted. A repeat is harmless: the event's key is unique in the database. */
@FailuresKept
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = ConversationQueues.RECEIVE_MESSAGE),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceiveMessageConsumer implements MessageListener {
    @Inject
    DirectReceiver direct;

    @Inject
    MessageReceiver receiver;

    @Inject
    Stages stages;

    @Inject
    Precedence precedence;

    @Inject
    FairShares shares;

    @Override
    public void onMessage(Message message) {
        precedence.giveWay();
        try {
            InboundEvent event = Json.read(message.getBody(String.class), InboundEvent.class);
            LogFields.tenant(event.tenantId());
            try {
                TenantScope.run(
                        TenantScope.system(event.tenantId()), () -> DatabasePatience.outlast(() -> receive(event)));
            } finally {
                shares.leave(
                        ConversationQueues.RECEIVE_MESSAGE, event.tenantId().toString());
            }
            stages.since(Stage.RECEIVE, event.receivedAt());
        } catch (JMSException e) {
            throw new IllegalStateException("unreadable message", e);
        }
    }

    private void receive(InboundEvent event) {
        if (!direct.receive(event)) {
            receiver.receive(event);
        }
    }
}
