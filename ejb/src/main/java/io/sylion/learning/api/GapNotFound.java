package io.sylion.learning.api;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The bound tenant has no such gap. */
@ApplicationException(rollback = true)
public class GapNotFound extends RuntimeException {
    private GapNotFound(String message) {
        super(message);
    }

    public static GapNotFound withId(UUID id) {
        return new GapNotFound("no gap " + id);
    }
}
