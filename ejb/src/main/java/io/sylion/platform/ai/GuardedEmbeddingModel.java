package io.sylion.platform.ai;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingParameter;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.request.EmbeddingRequestParameters;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import io.sylion.platform.ai.ModelFailure.Kind;
import java.util.Set;

/**
 * A provider's embedding model behind the guard. Callers may say whether a text is a question or a document; a model that makes no
 * difference is not told. Vectors of another length than the configured one are a failure: they could not be compared.
 */
final class GuardedEmbeddingModel implements EmbeddingModel {
    private final EmbeddingModel model;
    private final ModelSettings settings;
    private final ModelGuard guard;

    GuardedEmbeddingModel(EmbeddingModel model, ModelSettings settings, ModelGuard guard) {
        this.model = model;
        this.settings = settings;
        this.guard = guard;
    }

    @Override
    public EmbeddingResponse doEmbed(EmbeddingRequest request) {
        return guard.call(() -> whole(request, model.embed(understood(request))));
    }

    private EmbeddingRequest understood(EmbeddingRequest request) {
        EmbeddingRequest.Builder understood = EmbeddingRequest.builder().inputs(request.inputs());
        if (model.supportedParameters().contains(EmbeddingRequestParameters.INPUT_TYPE)) {
            understood.inputType(request.inputType());
        }
        return understood.build();
    }

    private EmbeddingResponse whole(EmbeddingRequest request, EmbeddingResponse response) {
        if (response.embeddings().size() != request.inputs().size()) {
            throw new ModelFailure(Kind.MALFORMED, "not as many vectors as texts");
        }
        for (Embedding embedding : response.embeddings()) {
            if (embedding.dimension() != settings.dimension()) {
                throw new ModelFailure(
                        Kind.MISCONFIGURED,
                        "vectors of length " + embedding.dimension() + ", sylion.ai.embedding.dimension is "
                                + settings.dimension());
            }
        }
        return response;
    }

    @Override
    public Set<EmbeddingParameter<?>> supportedParameters() {
        return Set.of(EmbeddingRequestParameters.INPUT_TYPE);
    }

    @Override
    public int dimension() {
        return settings.dimension();
    }

    @Override
    public String modelName() {
        return settings.model();
    }
}
