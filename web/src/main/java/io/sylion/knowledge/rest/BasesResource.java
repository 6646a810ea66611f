package io.sylion.knowledge.rest;

import io.sylion.knowledge.api.AddDocument;
import io.sylion.knowledge.api.RetrievalRequest;
import io.sylion.knowledge.domain.BaseProgress;
import io.sylion.knowledge.domain.DocumentSummary;
import io.sylion.knowledge.domain.KnowledgeBaseSummary;
import io.sylion.knowledge.service.DocumentService;
import io.sylion.knowledge.service.KnowledgeBaseService;
import io.sylion.knowledge.service.RetrievalService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bases, what is in them, and what they answer. */
@Path("/knowledge/bases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BasesResource {
    private static final int MOST_HITS = 50;

    @Inject
    KnowledgeBaseService bases;

    @Inject
    DocumentService documents;

    @Inject
    RetrievalService retrieval;

    @GET
    public Map<String, List<KnowledgeBaseSummary>> list() {
        return Map.of("bases", bases.bases());
    }

    @POST
    public Response create(NewBase wanted) {
        UUID id = bases.createBase(Given.text("name", Given.body(wanted).name(), NewBase.LONGEST_NAME));
        return Response.status(201).entity(bases.progress(id)).build();
    }

    @GET
    @Path("/{id}")
    public BaseProgress read(@PathParam("id") String id) {
        return bases.progress(Given.id(id));
    }

    /** Its documents are found no more; they are taken away after the answer. */
    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id) {
        bases.delete(Given.id(id));
    }

    @GET
    @Path("/{id}/documents")
    public Map<String, List<DocumentStatus>> documents(@PathParam("id") String id) {
        UUID base = bases.progress(Given.id(id)).id();
        return Map.of(
                "documents",
                documents.documents(base).stream().map(DocumentStatus::of).toList());
    }

    /** One document, or many of them. They are found when they are indexed, a moment later. */
    @POST
    @Path("/{id}/documents")
    public Response add(@PathParam("id") String id, NewDocuments given) {
        UUID base = Given.id(id);
        List<AddDocument> wanted = Given.body(given).all().stream()
                .map(each -> each.toCommand(base))
                .toList();
        List<DocumentStatus> added = new ArrayList<>();
        for (AddDocument each : wanted) {
            DocumentSummary document = documents.document(documents.addText(each));
            added.add(DocumentStatus.of(document));
        }
        Object answer = given.documents() == null ? added.getFirst() : Map.of("documents", added);
        return Response.status(202).entity(answer).build();
    }

    /** Ranked hits, one for each document. */
    @GET
    @Path("/{id}/search")
    public Map<String, List<SearchHit>> search(
            @PathParam("id") String id,
            @QueryParam("q") String question,
            @QueryParam("k") @DefaultValue("5") int most,
            @QueryParam("language") String language) {
        UUID base = bases.progress(Given.id(id)).id();
        Given.text("q", question, SearchHit.LONGEST_QUESTION);
        RetrievalRequest request = new RetrievalRequest(
                question, List.of(base), Given.language(language), Given.between("k", most, 1, MOST_HITS), 1);
        return Map.of(
                "hits", retrieval.retrieve(request).stream().map(SearchHit::of).toList());
    }
}
