package io.sylion.knowledge.rest;

import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.platform.rest.ProblemDetails;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** {@link KnowledgeNotFound} as an answer. */
@Provider
public class KnowledgeNotFoundMapper implements ExceptionMapper<KnowledgeNotFound> {
    @Override
    public Response toResponse(KnowledgeNotFound failure) {
        return ProblemDetails.of(404, failure.getMessage()).response();
    }
}
