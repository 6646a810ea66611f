package io.sylion.platform.measure;

import io.micrometer.core.instrument.Timer;
import io.sylion.platform.persistence.Ids;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures the stages on the way of a message. Times of other moments come from ids, which begin with their time: no query. */
@ApplicationScoped
public class Stages {
    @Inject
    Meters meters;

    @Inject
    Clock clock;

    private final Map<Stage, Timer> timers = new EnumMap<>(Stage.class);

    /** All at once, so that each is on the page before it first happens. */
    @PostConstruct
    void open() {
        String words = Stream.of(Stage.values())
                .map(stage -> stage.label() + ": " + stage.words())
                .collect(Collectors.joining("; "));
        for (Stage stage : Stage.values()) {
            timers.put(stage, meters.timer("sylion.conversation.stage", words, "stage", stage.label()));
        }
    }

    public <T> T timed(Stage stage, Supplier<T> work) {
        return timers.get(stage).record(work);
    }

    public void timed(Stage stage, Runnable work) {
        timers.get(stage).record(work);
    }

    public void took(Stage stage, long millis) {
        timers.get(stage).record(Duration.ofMillis(millis));
    }

    /** It began then and ends now. */
    public void since(Stage stage, Instant beginning) {
        timers.get(stage).record(Duration.between(beginning, clock.instant()));
    }

    /** It began when this row was made and ends now. */
    public void since(Stage stage, UUID row) {
        since(stage, Ids.madeAt(row));
    }
}
