package io.sylion.conversation.service;

import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.service.InboundEventLog;
import io.sylion.contact.service.ContactService;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/**
 * Takes in one event of a provider, in one transaction. A repeat is recognised by its key and changes nothing; what is about a
 * message that is not known yet is parked until it is.
 */
@Stateless
@Permit(Role.OWNER)
public class MessageReceiver {
    private static final Logger LOG = Logger.getLogger(MessageReceiver.class.getName());

    @Inject
    InboundEventLog log;

    @Inject
    ContactService contacts;

    @Inject
    MessageUpdates updates;

    @Inject
    MessageStore store;

    /** Applies the event; returns quietly when it came before. */
    public void receive(InboundEvent event) {
        if (!log.record(event)) {
            LOG.fine(() -> "repeat ignored channel=" + event.channelId() + " key=" + event.key());
            return;
        }
        switch (event.kind()) {
            case MESSAGE, ECHO -> store.store(event, contacts.recognise(event.party()));
            case REACTION, EDIT, REVOKE, DELIVERY -> {
                if (!updates.apply(event)) {
                    updates.park(event);
                    log.parked(event);
                }
            }
            case IDENTITY -> contacts.follow(event.identity());
            case ACCOUNT, IGNORED ->
                LOG.info(() -> "event not used channel=" + event.channelId() + " kind=" + event.kind() + " reason="
                        + event.note());
        }
    }
}
