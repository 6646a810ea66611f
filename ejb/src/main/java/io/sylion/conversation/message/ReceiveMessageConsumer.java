package io.sylion.conversation.message;

import io.sylion.platform.message.FailuresKept;
import io.sylion.platform.message.RushPace;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** What customers write, and what else providers tell. */
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
    InboundWork work;

    @Inject
    RushPace pace;

    @Override
    public void onMessage(Message message) {
        pace.othersWork();
        work.take(message, tenant -> {});
    }
}
