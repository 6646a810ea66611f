package io.sylion.channel.service;

import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.api.InboundKind;
import io.sylion.channel.domain.InboundEventRepository;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Remembers every event by its key, so that a provider's repeat is a no-op. Runs in its caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
@Permit(Role.OWNER)
public class InboundEventLog {
    @Inject
    InboundEventRepository events;

    /** Tells whether the event is new; if so, it counts as applied (or ignored, with its note) from now on. */
    public boolean record(InboundEvent event) {
        boolean ignored = event.kind() == InboundKind.IGNORED || event.kind() == InboundKind.ACCOUNT;
        return events.add(
                event.channelId(),
                event.key(),
                event.kind().name(),
                event.receivedAt(),
                ignored ? "IGNORED" : "APPLIED",
                event.note());
    }

    /** The event waits for the message that it is about. */
    public void parked(InboundEvent event) {
        events.park(event.channelId(), event.key());
    }
}
