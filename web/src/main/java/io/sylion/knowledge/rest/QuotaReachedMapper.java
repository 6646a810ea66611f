package io.sylion.knowledge.rest;

import io.sylion.platform.rest.ProblemDetails;
import io.sylion.usage.api.QuotaReached;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** {@link QuotaReached} as an answer. */
@Provider
public class QuotaReachedMapper implements ExceptionMapper<QuotaReached> {
    @Override
    public Response toResponse(QuotaReached failure) {
        return ProblemDetails.of(429, failure.getMessage()).response();
    }
}
