package io.sylion.learning.message;

import io.sylion.learning.api.GapReplayWanted;
import io.sylion.learning.service.GapReplayer;
import io.sylion.platform.api.Json;
import io.sylion.platform.log.LogFields;
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

/** Asks the questions of gaps again. A repeat is harmless: it comes to the same. */
@FailuresKept
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = LearningQueues.REPLAY_GAP),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReplayGapConsumer implements MessageListener {
    @Inject
    GapReplayer gapReplayer;

    @Override
    public void onMessage(Message message) {
        try {
            GapReplayWanted read = Json.read(message.getBody(String.class), GapReplayWanted.class);
            LogFields.tenant(read.tenantId());
            TenantScope.run(TenantScope.system(read.tenantId()), () -> gapReplayer.replay(read.gapId()));
        } catch (JMSException e) {
            throw new IllegalStateException("unreadable message", e);
        }
    }
}
