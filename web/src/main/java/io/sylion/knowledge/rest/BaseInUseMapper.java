package io.sylion.knowledge.rest;

import io.sylion.knowledge.api.BaseInUse;
import io.sylion.platform.rest.ProblemDetails;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** {@link BaseInUse} as an answer. */
@Provider
public class BaseInUseMapper implements ExceptionMapper<BaseInUse> {
    @Override
    public Response toResponse(BaseInUse failure) {
        return ProblemDetails.of(409, "assistants answer from this base: " + String.join(", ", failure.users()))
                .response();
    }
}
