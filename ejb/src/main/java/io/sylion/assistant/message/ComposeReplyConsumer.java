package io.sylion.assistant.message;

import io.sylion.assistant.service.ReplyComposer;
import io.sylion.conversation.api.ReplyDue;
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

/** Composes owed replies. A repeat is harmless: a message that is answered, or overtaken by a newer one, is left alone. */
@FailuresKept
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = AssistantQueues.COMPOSE_REPLY),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "64")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ComposeReplyConsumer implements MessageListener {
    @Inject
    ReplyComposer composer;

    @Inject
    FairShares shares;

    @Override
    public void onMessage(Message message) {
        try {
            ReplyDue due = Json.read(message.getBody(String.class), ReplyDue.class);
            LogFields.tenant(due.tenantId());
            LogFields.conversation(due.conversationId());
            LogFields.message(due.messageId());
            try {
                TenantScope.run(
                        TenantScope.system(due.tenantId()),
                        () -> Delivery.attempt(
                                message,
                                () -> composer.compose(due.channelId(), due.conversationId(), due.messageId()),
                                () -> composer.giveUp(due.conversationId(), due.messageId())));
            } finally {
                shares.leave(AssistantQueues.COMPOSE_REPLY, due.tenantId().toString());
            }
        } catch (JMSException e) {
            throw new IllegalStateException("unreadable message", e);
        }
    }
}
