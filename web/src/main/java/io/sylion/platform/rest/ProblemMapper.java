package io.sylion.platform.rest;

import io.sylion.governance.api.NotPermitted;
import io.sylion.platform.ai.ModelFailure;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Failures that no feature explains better. */
@Provider
public class ProblemMapper implements ExceptionMapper<RuntimeException> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(RuntimeException failure) {
        return switch (failure) {
            case NotPermitted refused ->
                ProblemDetails.of(403, "the key may only read").response();
            case ModelFailure away ->
                ProblemDetails.of(503, "the embedding model does not answer").response();
            case WebApplicationException told ->
                ProblemDetails.of(told.getResponse().getStatus(), told.getMessage())
                        .response();
            default -> {
                LOG.log(Level.SEVERE, "a request of the API failed", failure);
                yield ProblemDetails.of(500, "an error of ours; it is in the log")
                        .response();
            }
        };
    }
}
