package io.sylion.triage.message;

import io.sylion.platform.api.Json;
import io.sylion.triage.api.RulesChanged;
import io.sylion.triage.api.RulesOutdated;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Hears on every node that rules were changed. Nothing is kept for a node that is away: it starts with nothing remembered. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = TriageQueues.RULES_CHANGED),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RulesChangedConsumer implements MessageListener {
    @Inject
    Event<RulesOutdated> outdated;

    @Override
    public void onMessage(Message message) {
        try {
            RulesChanged changed = Json.read(message.getBody(String.class), RulesChanged.class);
            outdated.fire(new RulesOutdated(changed.tenantId()));
        } catch (JMSException e) {
            throw new IllegalStateException("unreadable message", e);
        }
    }
}
