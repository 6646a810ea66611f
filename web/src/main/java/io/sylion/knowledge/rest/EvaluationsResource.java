package io.sylion.knowledge.rest;

import io.sylion.knowledge.api.CreateEvaluationSet;
import io.sylion.knowledge.domain.EvaluationRun;
import io.sylion.knowledge.domain.EvaluationSetSummary;
import io.sylion.knowledge.service.EvaluationRunner;
import io.sylion.knowledge.service.EvaluationService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sets of questions whose right document is known, and their runs. */
@Path("/knowledge/evaluation-sets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EvaluationsResource {
    private static final int MOST_RUNS = 100;

    @Inject
    EvaluationService evaluations;

    @Inject
    EvaluationRunner runner;

    @GET
    public Map<String, List<EvaluationSetSummary>> list() {
        return Map.of("sets", evaluations.sets());
    }

    @POST
    public Response create(CreateEvaluationSet wanted) {
        if (Given.body(wanted).baseId() == null) {
            throw Given.refused("baseId is needed");
        }
        UUID id = evaluations.createSet(wanted);
        return Response.status(201).entity(evaluations.set(id)).build();
    }

    @GET
    @Path("/{id}")
    public EvaluationSetSummary read(@PathParam("id") String id) {
        return evaluations.set(Given.id(id));
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id) {
        evaluations.deleteSet(Given.id(id));
    }

    /** Asks all questions and answers with the figures. */
    @POST
    @Path("/{id}/runs")
    public Response run(@PathParam("id") String id) {
        EvaluationRun run = runner.run(Given.id(id));
        return Response.status(201)
                .entity(RunReport.of(run, evaluations.results(run.id())))
                .build();
    }

    @GET
    @Path("/{id}/runs")
    public Map<String, List<RunReport>> runs(@PathParam("id") String id) {
        UUID set = evaluations.set(Given.id(id)).id();
        return Map.of(
                "runs",
                evaluations.runs(set, MOST_RUNS).stream()
                        .map(run -> RunReport.of(run, null))
                        .toList());
    }
}
