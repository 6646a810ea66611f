package io.sylion.platform.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetersTest {
    private final SimpleMeterRegistry shown = new SimpleMeterRegistry();

    /** As the server hands it to an application. */
    private static final class Door extends SimpleMeterRegistry {
        private final MeterRegistry behind;

        private Door(MeterRegistry behind) {
            this.behind = behind;
        }

        MeterRegistry behind() {
            return behind;
        }
    }

    @Test
    void metersAreMadeBehindTheDoor() {
        Door door = new Door(shown);
        Timer timer = new Meters(door).timer("t", "words", "outcome", "ok");
        timer.record(Duration.ofMillis(30));
        assertThat(door.behind().get("t").timer().takeSnapshot().histogramCounts())
                .anySatisfy(bucket -> assertThat(bucket.count()).isEqualTo(1));
        assertThat(door.getMeters()).isEmpty();
    }

    @Test
    void withoutADoorTheRegistryItselfIsUsed() {
        new Meters(shown).counter("c", "outcome", "ok").increment();
        assertThat(shown.get("c").counter().count()).isEqualTo(1);
    }

    @Test
    void theServersGaugesAreRead() {
        shown.gauge("depth", 3);
        Meters meters = new Meters(new Door(shown));
        assertThat(meters.read("depth")).hasValue(3);
        assertThat(meters.read("unknown")).isEmpty();
    }

    @Test
    void whatWasMadeGoesWithTheApplication() {
        Meters meters = new Meters(new Door(shown));
        meters.timer("t", "words");
        meters.close();
        assertThat(shown.getMeters()).isEmpty();
    }
}
