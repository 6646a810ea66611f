package io.sylion.knowledge.service;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import io.sylion.governance.api.Permit;
import io.sylion.knowledge.domain.PassageText;
import io.sylion.knowledge.domain.VectorModel;
import io.sylion.platform.ai.EmbeddingModels;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks models what texts mean. Never inside a transaction; a model that gives no answer is a {@code ModelFailure}. */
@ApplicationScoped
@Permit(Role.VIEWER)
public class VectorMaker {
    /** Passages of one call. */
    static final int AT_ONCE = 16;

    @Inject
    EmbeddingModels models;

    public Map<UUID, float[]> ofPassages(VectorModel by, List<PassageText> passages) {
        List<Embedding> vectors = model(by)
                .embedAll(passages.stream()
                        .map(passage -> TextSegment.from(spoken(passage)))
                        .toList())
                .content();
        Map<UUID, float[]> byPassage = new HashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            byPassage.put(passages.get(i).id(), vectors.get(i).vector());
        }
        return byPassage;
    }

    /** A passage alone does not say what it is about: its headings go before it. */
    private static String spoken(PassageText passage) {
        return passage.title() + "\n" + (passage.heading().isEmpty() ? "" : passage.heading() + "\n") + passage.body();
    }

    public float[] ofQuestion(VectorModel by, String question) {
        return model(by)
                .embed(EmbeddingRequest.builder()
                        .input(question)
                        .inputType(EmbeddingInputType.QUERY)
                        .build())
                .embeddings()
                .getFirst()
                .vector();
    }

    private EmbeddingModel model(VectorModel by) {
        return models.named(by.provider(), by.name(), by.dimension());
    }
}
