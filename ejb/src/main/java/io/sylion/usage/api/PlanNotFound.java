package io.sylion.usage.api;

import jakarta.ejb.ApplicationException;

/** The installation has no such plan. */
@ApplicationException(rollback = true)
public class PlanNotFound extends RuntimeException {
    private PlanNotFound(String message) {
        super(message);
    }

    public static PlanNotFound withCode(String code) {
        return new PlanNotFound("no plan " + code);
    }
}
