package io.sylion.platform.rest;

import io.sylion.platform.api.Json;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** What went wrong, as RFC 9457 has it. */
public record ProblemDetails(int status, String title, String detail) {
    private static final String TYPE = "application/problem+json";

    public static ProblemDetails of(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return new ProblemDetails(status, known == null ? "Error" : known.getReasonPhrase(), detail);
    }

    public Response response() {
        return Response.status(status).type(TYPE).entity(Json.write(this)).build();
    }

    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Json.write(this));
    }
}
