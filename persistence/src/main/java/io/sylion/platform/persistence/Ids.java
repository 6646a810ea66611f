package io.sylion.platform.persistence;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Identifiers of rows: UUID version 7, so that they grow with time and indexes stay compact. */
public final class Ids {
    private Ids() {}

    /** A new id of now, greater than every id made before it on this node. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** When the row of this id was made, to the millisecond. */
    public static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The smallest id that a row created at this instant may have: bounds of ranges over ids. */
    public static UUID floor(Instant instant) {
        return UuidCreator.getTimeOrderedEpochMin(instant);
    }
}
