package io.sylion.platform.measure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Makes Sylion's meters on the server's own page, beside the server's. What the server injects is only a door to the registry that
 * is shown there: it loses histograms and whatever a builder registers, searches all meters at each look-up, and hides the
 * server's. So the registry behind the door is used. Whoever makes a meter keeps it: making is dear, recording is not.
 */
@ApplicationScoped
public class Meters {
    private static final Logger LOG = Logger.getLogger(Meters.class.getName());

    /** Upper bounds: fine where a webhook must end, coarse where a customer waits. */
    private static final Duration[] BUCKETS = Stream.of(
                    1, 2, 5, 10, 20, 50, 100, 250, 500, 1_000, 2_000, 3_000, 5_000, 10_000, 20_000, 60_000, 300_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Queue<Meter> made = new ConcurrentLinkedQueue<>();

    /** For the container's proxies. */
    protected Meters() {
        registry = null;
    }

    @Inject
    public Meters(MeterRegistry door) {
        registry = behind(door);
    }

    private static MeterRegistry behind(MeterRegistry door) {
        try {
            for (Field field : door.getClass().getDeclaredFields()) {
                if (MeterRegistry.class.isAssignableFrom(field.getType())) {
                    field.setAccessible(true);
                    return (MeterRegistry) field.get(door);
                }
            }
        } catch (ReflectiveOperationException | SecurityException e) {
            LOG.log(Level.WARNING, "the server's metrics page will miss histograms: {0}", e.toString());
        }
        return door;
    }

    /**
     * A histogram of durations.
     *
     * @param tags names and values in turn; few values, never a tenant's
     */
    public Timer timer(String name, String description, String... tags) {
        return kept(Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(BUCKETS)
                .register(registry));
    }

    public Counter counter(String name, String... tags) {
        return kept(Counter.builder(name).tags(tags).register(registry));
    }

    /** A value that is read when somebody looks; what is watched must be kept by the caller. */
    public <T> void gauge(String name, T watched, ToDoubleFunction<T> value, String... tags) {
        kept(Gauge.builder(name, watched, value).tags(tags).register(registry));
    }

    /** What a gauge of the server says now; empty when there is none. */
    public OptionalDouble read(String gauge, String... tags) {
        Gauge found = registry.find(gauge).tags(tags).gauge();
        return found == null || Double.isNaN(found.value()) ? OptionalDouble.empty() : OptionalDouble.of(found.value());
    }

    private <M extends Meter> M kept(M meter) {
        made.add(meter);
        return meter;
    }

    /** The registry outlives the application. */
    @PreDestroy
    void close() {
        made.forEach(registry::remove);
    }
}
