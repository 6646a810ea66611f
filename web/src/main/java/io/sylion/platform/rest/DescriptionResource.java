package io.sylion.platform.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The description of the API, for people and generators of clients. */
@Path("/openapi.yaml")
public class DescriptionResource {
    @GET
    @Produces("application/yaml")
    public String read() throws IOException {
        try (InputStream in = DescriptionResource.class.getResourceAsStream("/openapi.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
