package io.sylion.channel.hook;

import io.sylion.channel.api.InboundEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The events of one post on their way to the broker: all of them arrive, or the post has failed. */
final class EventBatch {
    private final List<InboundEvent> events;
    private final AtomicInteger open;
    private final BooleanSupplier abandoned;
    private final Consumer<Boolean> outcome;

    /**
     * @param abandoned whether nobody waits for the outcome any more
     * @param outcome told once all are on disk (true), or with the first failure (false), perhaps several times
     */
    EventBatch(List<InboundEvent> events, BooleanSupplier abandoned, Consumer<Boolean> outcome) {
        this.events = events;
        this.open = new AtomicInteger(events.size());
        this.abandoned = abandoned;
        this.outcome = outcome;
    }

    List<InboundEvent> events() {
        return events;
    }

    boolean isAbandoned() {
        return abandoned.getAsBoolean();
    }

    void stored() {
        if (open.decrementAndGet() == 0) {
            outcome.accept(true);
        }
    }

    void failed() {
        outcome.accept(false);
    }
}
