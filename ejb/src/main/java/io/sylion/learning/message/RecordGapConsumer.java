package io.sylion.learning.message;

import io.sylion.assistant.api.QuestionUnanswered;
import io.sylion.learning.service.GapRecorder;
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

/** Keeps questions without answer. A repeat is harmless: each message has at most one. */
@FailuresKept
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = LearningQueues.RECORD_GAP),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecordGapConsumer implements MessageListener {
    @Inject
    GapRecorder gapRecorder;

    @Override
    public void onMessage(Message message) {
        try {
            QuestionUnanswered read = Json.read(message.getBody(String.class), QuestionUnanswered.class);
            LogFields.tenant(read.tenantId());
            LogFields.conversation(read.conversationId());
            LogFields.message(read.messageId());
            TenantScope.run(TenantScope.system(read.tenantId()), () -> gapRecorder.record(read));
        } catch (JMSException e) {
            throw new IllegalStateException("unreadable message", e);
        }
    }
}
