package io.sylion.platform.observe;

import io.sylion.platform.measure.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How many messages a queue holds, as the broker's own meters tell: reading them costs nothing and moves nothing. */
@ApplicationScoped
public class QueueDepths {
    @Inject
    Meters meters;

    /** Messages of a queue, waiting or at work; -1 when its broker has no meters here. */
    public long of(String queue) {
        return (long) meters.read("messaging.activemq.message.count", "type", "jms-queue", "name", queue)
                .orElse(-1);
    }
}
