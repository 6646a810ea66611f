package io.sylion.conversation.message;

import io.sylion.conversation.api.ConversationStirred;
import io.sylion.conversation.api.ConversationsChanged;
import io.sylion.platform.api.Json;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Hears of changes on every node and tells that node's browsers. Nothing is kept for a node that is away: a browser that connects
 * looks at everything anyway.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = ConversationQueues.CONVERSATION_CHANGED),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConversationChangedConsumer implements MessageListener {
    @Inject
    Event<ConversationStirred> stirred;

    @Override
    public void onMessage(Message message) {
        try {
            Json.read(message.getBody(String.class), ConversationsChanged.class)
                    .all()
                    .forEach(changed ->
                            stirred.fire(new ConversationStirred(changed.tenantId(), changed.conversationId())));
        } catch (JMSException e) {
            throw new IllegalStateException("unreadable message", e);
        }
    }
}
