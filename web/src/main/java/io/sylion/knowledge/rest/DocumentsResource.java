package io.sylion.knowledge.rest;

import io.sylion.knowledge.service.DocumentDeleter;
import io.sylion.knowledge.service.DocumentService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Single documents. */
@Path("/knowledge/documents/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DocumentsResource {
    @Inject
    DocumentService documents;

    @Inject
    DocumentDeleter deleter;

    @GET
    public DocumentStatus read(@PathParam("id") String id) {
        return DocumentStatus.of(documents.document(Given.id(id)));
    }

    @DELETE
    public void delete(@PathParam("id") String id) {
        deleter.delete(Given.id(id));
    }
}
