package io.sylion.knowledge.service;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.RetrievalRequest;
import io.sylion.knowledge.api.RetrievedPassage;
import io.sylion.knowledge.domain.FoundPassage;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.ai.ModelInfo;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds what the tenant knows about a question: by words and by meaning, fused by reciprocal rank. Hits that are weak in both
 * ways are left out, so that nothing is found rather than anything.
 */
@ApplicationScoped
@Permit(Role.VIEWER)
public class RetrievalService {
    private static final Logger LOG = Logger.getLogger(RetrievalService.class.getName());

    /** How deep each leg looks. */
    private static final int DEPTH = 30;

    @Inject
    PassageSearch search;

    @Inject
    EmbeddingModel model;

    @Inject
    ModelInfo models;

    /** Least cosine similarity of a hit by meaning alone; depends on the embedding model. */
    @Inject
    @ConfigProperty(name = "sylion.knowledge.minimum-similarity", defaultValue = "0.45")
    double minimumSimilarity;

    /**
     * Passages that may answer, best first; none when nothing does. Never inside a transaction: a model is asked.
     *
     * @throws ModelFailure when the embedding model does not answer and no words help either
     */
    public List<RetrievedPassage> retrieve(RetrievalRequest request) {
        if (request.question().isBlank() || request.baseIds().isEmpty()) {
            return List.of();
        }
        List<FoundPassage> byWords = search.byWords(request.question(), request.baseIds(), DEPTH);
        List<FoundPassage> byMeaning = byMeaning(request, !byWords.isEmpty());
        List<FoundPassage> fused = Fusion.fuse(List.of(byWords, byMeaning)).stream()
                .limit(request.limit())
                .toList();
        return Fusion.neighbours(fused).stream().map(RetrievalService::passage).toList();
    }

    /** Without the embedding model the words must do. */
    private List<FoundPassage> byMeaning(RetrievalRequest request, boolean dispensable) {
        try {
            float[] question = model.embed(EmbeddingRequest.builder()
                            .input(request.question())
                            .inputType(EmbeddingInputType.QUERY)
                            .build())
                    .embeddings()
                    .getFirst()
                    .vector();
            return search.byMeaning(question, models.embeddingModel(), request.baseIds(), DEPTH).stream()
                    .filter(found -> found.score() >= minimumSimilarity)
                    .toList();
        } catch (ModelFailure e) {
            if (!dispensable) {
                throw e;
            }
            LOG.warning(() -> "retrieval by words alone: " + e.kind());
            return List.of();
        }
    }

    private static RetrievedPassage passage(List<FoundPassage> neighbours) {
        FoundPassage best = neighbours.getFirst();
        String text = neighbours.stream()
                .sorted(Comparator.comparingInt(FoundPassage::position))
                .map(part -> part.heading().isEmpty() ? part.body() : part.heading() + "\n" + part.body())
                .collect(Collectors.joining("\n\n"));
        return new RetrievedPassage(best.id(), best.documentId(), best.title(), text, best.score());
    }
}
