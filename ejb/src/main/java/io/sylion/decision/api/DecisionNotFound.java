package io.sylion.decision.api;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** No such decision in this tenant. */
@ApplicationException(rollback = true)
public class DecisionNotFound extends RuntimeException {
    private DecisionNotFound(String message) {
        super(message);
    }

    public static DecisionNotFound withId(UUID id) {
        return new DecisionNotFound("no decision " + id);
    }
}
