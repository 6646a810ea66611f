package io.sylion.learning.message;

import io.sylion.assistant.api.QuestionUnanswered;
import io.sylion.learning.service.GapRecorder;
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
    GapRecorder recorder;

    @Override
    public void onMessage(Message message) {
        QuestionUnanswered unanswered = MessageContent.read(message, QuestionUnanswered.class);
        LogFields.tenant(unanswered.tenantId());
        LogFields.conversation(unanswered.conversationId());
        LogFields.message(unanswered.messageId());
        TenantScope.run(TenantScope.system(unanswered.tenantId()), () -> recorder.record(unanswered));
    }
}
