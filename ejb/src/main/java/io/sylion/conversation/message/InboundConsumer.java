package io.sylion.conversation.message;

import io.sylion.channel.api.InboundEvent;
import io.sylion.conversation.service.DirectReceiver;
import io.sylion.conversation.service.MessageReceiver;
import io.sylion.platform.api.Json;
import io.sylion.platform.guard.DatabasePatience;
import io.sylion.platform.log.LogFields;
import io.sylion.platform.measure.Stage;
import io.sylion.platform.measure.Stages;
import io.sylion.platform.message.FairShares;
import io.sylion.tenant.domain.TenantScope;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.UUID;

/** Takes in what the gateway accepted. A repeat is harmless: the event's key is unique in the database. */
public abstract class InboundConsumer {
    @Inject
    DirectReceiver direct;

    @Inject
    MessageReceiver receiver;

    @Inject
    Stages stages;

    @Inject
    FairShares shares;

    /** Returns when an event of the tenant may begin. */
    abstract void awaitTurn(UUID tenantId);

    void take(Message message) {
        try {
            InboundEvent event = Json.read(message.getBody(String.class), InboundEvent.class);
            LogFields.tenant(event.tenantId());
            try {
                awaitTurn(event.tenantId());
                TenantScope.run(
                        TenantScope.system(event.tenantId()), () -> DatabasePatience.outlast(() -> receive(event)));
            } finally {
                if (!message.getJMSRedelivered()) {
                    shares.leave(
                            ConversationQueues.RECEIVE_MESSAGE, event.tenantId().toString());
                }
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
