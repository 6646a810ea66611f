package io.sylion.platform.ai.adapter.vertex;

import com.google.genai.Client;
import com.google.genai.types.ContentEmbedding;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.EmbedContentResponse;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInput;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingParameter;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.request.EmbeddingRequestParameters;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.ai.ModelSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Embeddings of Vertex AI, of length one: shortened Gemini vectors come in other lengths. */
public final class VertexEmbeddingModel implements EmbeddingModel {
    /** Far below 250 texts and 20,000 tokens a request, at our size of passages. */
    private static final int AT_ONCE = 20;

    private final Client client;
    private final ModelSettings settings;

    public VertexEmbeddingModel(ModelSettings settings) {
        this.settings = settings;
        client = VertexClient.open(settings);
    }

    @Override
    public EmbeddingResponse doEmbed(EmbeddingRequest request) {
        List<String> texts = request.inputs().stream().map(EmbeddingInput::text).toList();
        EmbedContentConfig config = EmbedContentConfig.builder()
                .taskType(request.inputType() == EmbeddingInputType.QUERY ? "RETRIEVAL_QUERY" : "RETRIEVAL_DOCUMENT")
                .outputDimensionality(settings.dimension())
                .build();
        // Gemini's embedding models take one text a call
        int atOnce = settings.model().startsWith("gemini") ? 1 : AT_ONCE;
        List<Embedding> embeddings = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += atOnce) {
            List<String> some = texts.subList(from, Math.min(from + atOnce, texts.size()));
            embeddings.addAll(ask(some, config));
        }
        return EmbeddingResponse.builder()
                .embeddings(embeddings)
                .modelName(settings.model())
                .build();
    }

    private List<Embedding> ask(List<String> texts, EmbedContentConfig config) {
        EmbedContentResponse response =
                VertexClient.call(() -> client.models.embedContent(settings.model(), texts, config));
        List<Embedding> embeddings = response.embeddings().orElse(List.of()).stream()
                .map(VertexEmbeddingModel::embedding)
                .toList();
        if (embeddings.size() != texts.size()) {
            throw new ModelFailure(Kind.MALFORMED, "Vertex AI gave not as many vectors as texts");
        }
        return embeddings;
    }

    private static Embedding embedding(ContentEmbedding answer) {
        List<Float> values = answer.values().orElse(List.of());
        float[] vector = new float[values.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = values.get(i);
        }
        Embedding embedding = Embedding.from(vector);
        embedding.normalize();
        return embedding;
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
