package io.sylion.knowledge.rest;

import io.sylion.knowledge.service.DocumentService;
import io.sylion.knowledge.service.LibraryService;
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
    LibraryService library;

    @GET
    public DocumentStatus read(@PathParam("id") String id) {
        return DocumentStatus.of(documents.document(Given.id(id)));
    }

    @DELETE
    public void delete(@PathParam("id") String id) {
        library.remove(Given.id(id));
    }
}
