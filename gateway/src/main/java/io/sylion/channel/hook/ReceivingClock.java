package io.sylion.channel.hook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Tells the time of taking in, later with every call: it orders what the provider's seconds do not. */
@ApplicationScoped
class ReceivingClock {
    @Inject
    Clock clock;

    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

    Instant next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return last.updateAndGet(before -> now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS));
    }
}
