package io.sylion.governance.api;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The bound tenant has no such key. */
@ApplicationException(rollback = true)
public class ApiKeyNotFound extends RuntimeException {
    private ApiKeyNotFound(String message) {
        super(message);
    }

    public static ApiKeyNotFound withId(UUID id) {
        return new ApiKeyNotFound("no key " + id);
    }
}
