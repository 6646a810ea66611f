package io.sylion.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    /** As PostgreSQL orders them. */
    private static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);

    @Test
    void growFromOneToTheNext() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            ids.add(Ids.next());
        }
        assertThat(ids).isSortedAccordingTo(ORDER).doesNotHaveDuplicates();
        assertThat(ids.getFirst().version()).isEqualTo(7);
    }

    @Test
    void lieAboveTheFloorOfTheirTime() {
        Instant before = Instant.ofEpochMilli(System.currentTimeMillis());
        UUID id = Ids.next();
        assertThat(ORDER.compare(Ids.floor(before), id)).isNegative();
        assertThat(ORDER.compare(Ids.floor(before.plusSeconds(1)), id)).isPositive();
    }

    @Test
    void tellWhenTheirRowWasMade() {
        Instant moment = Instant.parse("2026-11-24T15:00:00.123Z");
        assertThat(Ids.madeAt(Ids.floor(moment))).isEqualTo(moment);
    }
}
