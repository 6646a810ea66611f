package io.sylion.platform.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How many messages a queue holds, as the broker's own meters tell: reading them costs nothing and moves nothing. */
@ApplicationScoped
public class QueueDepths {
    @Inject
    MeterRegistry meters;

    /** Messages of a queue, waiting or at work; -1 when its broker has no meters here. */
    public long of(String queue) {
        Gauge gauge = meters.find("messaging_activemq_message_count")
                .tags("type", "jms-queue", "name", queue)
                .gauge();
        return gauge == null || Double.isNaN(gauge.value()) ? -1 : (long) gauge.value();
    }
}
