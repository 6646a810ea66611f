package io.sylion.channel.hook;

import io.sylion.channel.api.InboundEvent;
import io.sylion.platform.api.Json;

/**
 * An event as it goes to the broker. Written before it waits with others: what cannot be written costs its own post only.
 *
 * @param group events of one group are worked off one after the other
 */
record WrittenEvent(String tenant, String group, String json) {
    static WrittenEvent of(InboundEvent event) {
        return new WrittenEvent(event.tenantId().toString(), event.groupKey(), Json.write(event));
    }
}
