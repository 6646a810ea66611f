package io.sylion.learning.message;

import io.sylion.learning.api.GapReplayWanted;
import io.sylion.learning.service.GapReplayer;
import io.sylion.platform.log.LogFields;
import io.sylion.platform.message.FailuresKept;
import io.sylion.platform.message.MessageContent;
import io.sylion.tenant.domain.TenantScope;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
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
    GapReplayer replayer;

    @Override
    public void onMessage(Message message) {
        GapReplayWanted wanted = MessageContent.read(message, GapReplayWanted.class);
        LogFields.tenant(wanted.tenantId());
        TenantScope.run(TenantScope.system(wanted.tenantId()), () -> replayer.replay(wanted.gapId()));
    }
}
