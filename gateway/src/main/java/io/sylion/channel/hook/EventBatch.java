package io.sylion.channel.hook;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The events of one post on their way to the broker: all of them arrive, or the post has failed. */
final class EventBatch {
    private final List<WrittenEvent> events;
    private final BooleanSupplier abandoned;
    private final Consumer<Boolean> outcome;

    /**
     * @param abandoned whether nobody waits for the outcome any more
     * @param outcome told once: true when all are on disk
     */
    EventBatch(List<WrittenEvent> events, BooleanSupplier abandoned, Consumer<Boolean> outcome) {
        this.events = events;
        this.abandoned = abandoned;
        this.outcome = outcome;
    }

    List<WrittenEvent> events() {
        return events;
    }

    /** Whose post it is; the numbers of one post belong to one business, or the first one's counts. */
    String tenant() {
        return events.getFirst().tenant();
    }

    boolean isAbandoned() {
        return abandoned.getAsBoolean();
    }

    void stored() {
        outcome.accept(true);
    }

    void failed() {
        outcome.accept(false);
    }
}
