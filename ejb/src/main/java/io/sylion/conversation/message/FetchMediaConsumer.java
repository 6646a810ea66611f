package io.sylion.conversation.message;

import io.sylion.conversation.api.MediaAnnounced;
import io.sylion.conversation.service.MediaFetcher;
import io.sylion.platform.api.Json;
import io.sylion.platform.log.LogFields;
import io.sylion.platform.message.Delivery;
import io.sylion.platform.message.FailuresKept;
import io.sylion.tenant.domain.TenantScope;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Fetches a customer's file. A repeat is harmless: the same object is written again. */
@FailuresKept
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = ConversationQueues.FETCH_MEDIA),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FetchMediaConsumer implements MessageListener {
    @Inject
    MediaFetcher fetcher;

    @Override
    public void onMessage(Message message) {
        try {
            MediaAnnounced announced = Json.read(message.getBody(String.class), MediaAnnounced.class);
            LogFields.tenant(announced.tenantId());
            TenantScope.run(
                    TenantScope.system(announced.tenantId()),
                    () -> Delivery.attempt(
                            message,
                            () -> fetcher.fetch(announced.mediaId()),
                            () -> fetcher.giveUp(announced.mediaId())));
        } catch (JMSException e) {
            throw new IllegalStateException("unreadable message", e);
        }
    }
}
