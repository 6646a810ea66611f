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
import io.sylion.platform.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Embeddings of Vertex AI, of length one: shortened Gemini vectors come in other lengths. */
public final class VertexEmbeddingModel implements EmbeddingModel {
    /** Most texts of one call. */
    private static final int AT_ONCE = 250;

    /** A call may have 20,000 tokens, of which no text has more than bytes. */
    private static final int BYTES_AT_ONCE = 20_000;

    /** About what a model reads of one text (2,048 tokens, the rest it leaves out), and never more than a call may have. */
    private static final int LONGEST = 6_000;

    private final Client client;
    private final ModelSettings settings;
    private final int atOnce;

    public VertexEmbeddingModel(ModelSettings settings) {
        this.settings = settings;
        client = VertexClient.open(settings);
        // Gemini's embedding models, and those of others, take one text a call
        atOnce = settings.model().contains("gemini") || settings.model().contains("maas") ? 1 : AT_ONCE;
    }

    @Override
    public EmbeddingResponse doEmbed(EmbeddingRequest request) {
        List<String> texts = request.inputs().stream()
                .map(EmbeddingInput::text)
                .map(text -> CleanText.cut(text, LONGEST))
                .toList();
        EmbedContentConfig config = EmbedContentConfig.builder()
                .taskType(request.inputType() == EmbeddingInputType.QUERY ? "RETRIEVAL_QUERY" : "RETRIEVAL_DOCUMENT")
                .outputDimensionality(settings.dimension())
                .build();
        List<Embedding> embeddings = new ArrayList<>();
        for (List<String> some : portions(texts)) {
            embeddings.addAll(ask(some, config));
        }
        return EmbeddingResponse.builder()
                .embeddings(embeddings)
                .modelName(settings.model())
                .build();
    }

    /** The texts in their order, as many together as one call may have. */
    private List<List<String>> portions(List<String> texts) {
        List<List<String>> portions = new ArrayList<>();
        int bytes = 0;
        for (String text : texts) {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            bytes += length;
            if (portions.isEmpty() || portions.getLast().size() == atOnce || bytes > BYTES_AT_ONCE) {
                portions.add(new ArrayList<>());
                bytes = length;
            }
            portions.getLast().add(text);
        }
        return portions;
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
