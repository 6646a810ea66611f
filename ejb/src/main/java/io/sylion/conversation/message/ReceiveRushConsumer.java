package io.sylion.conversation.message;

import io.sylion.platform.guard.Precedence;
import io.sylion.platform.message.FailuresKept;
import io.sylion.platform.message.RushPace;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** The same, where one tenant gets more at once than is worked off: a queue of its own, so that waiting keeps nobody else waiting. */
@FailuresKept
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = ConversationQueues.RECEIVE_RUSH),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceiveRushConsumer implements MessageListener {
    @Inject
    InboundWork work;

    @Inject
    RushPace pace;

    @Inject
    Precedence precedence;

    @Override
    public void onMessage(Message message) {
        precedence.giveWay();
        work.take(message, tenant -> pace.await(ConversationQueues.RECEIVE_MESSAGE, tenant.toString()));
    }
}
