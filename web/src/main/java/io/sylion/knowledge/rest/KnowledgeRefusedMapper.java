package io.sylion.knowledge.rest;

import io.sylion.knowledge.api.KnowledgeRefused;
import io.sylion.platform.rest.ProblemDetails;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** {@link KnowledgeRefused} as an answer. */
@Provider
public class KnowledgeRefusedMapper implements ExceptionMapper<KnowledgeRefused> {
    @Override
    public Response toResponse(KnowledgeRefused failure) {
        return ProblemDetails.of(400, failure.getMessage()).response();
    }
}
