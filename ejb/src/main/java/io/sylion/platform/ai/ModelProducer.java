package io.sylion.platform.ai;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.ai.adapter.local.ExtractiveChatModel;
import io.sylion.platform.ai.adapter.local.LocalEmbeddings;
import io.sylion.platform.ai.adapter.openai.OpenAiModels;
import io.sylion.platform.ai.adapter.vertex.VertexChatModel;
import io.sylion.platform.ai.adapter.vertex.VertexEmbeddingModel;
import io.sylion.platform.ai.adapter.vertex.VertexSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** Chooses the models by configuration, each behind a guard of its own; see {@link ModelSettings}. */
@ApplicationScoped
public class ModelProducer {
    @Inject
    Config config;

    @Inject
    ModelGuards guards;

    @Inject
    EmbeddingModels embeddings;

    @Produces
    @ApplicationScoped
    ChatModel chatModel() {
        ModelSettings settings = ModelSettings.chat(config);
        return new GuardedChatModel(chat(settings), guards.guard("answer", settings.provider() + " answer", settings));
    }

    static ChatModel chat(ModelSettings settings) {
        return switch (settings.provider()) {
            case "local" -> new ExtractiveChatModel();
            case "vertex" -> new VertexChatModel(settings);
            case "openai" -> OpenAiModels.chat(settings);
            default -> throw unknown(settings.provider());
        };
    }

    @Produces
    @ApplicationScoped
    EmbeddingModel embeddingModel() {
        return embeddings.configured();
    }

    static EmbeddingModel embedding(ModelSettings settings) {
        return switch (settings.provider()) {
            case "local" -> LocalEmbeddings.load();
            case "vertex" -> new VertexEmbeddingModel(settings);
            case "openai" -> OpenAiModels.embedding(settings);
            default -> throw unknown(settings.provider());
        };
    }

    @Produces
    @ApplicationScoped
    ManagedSearch managedSearch() {
        ModelSettings settings = ModelSettings.search(config);
        return guards.eachTenant(new VertexSearch(settings), settings.provider() + " search", settings);
    }

    @Produces
    ModelInfo info() {
        ModelSettings chat = ModelSettings.chat(config);
        ModelSettings embedding = ModelSettings.embedding(config);
        return new ModelInfo(
                chat.provider(), chat.model(), embedding.provider(), embedding.model(), embedding.dimension());
    }

    @Produces
    ModelPrices prices() {
        return ModelPrices.of(
                config.getOptionalValue("sylion.ai.prices", String.class).orElse(""));
    }

    private static ModelFailure unknown(String provider) {
        return new ModelFailure(Kind.MISCONFIGURED, "no provider of models is called " + provider);
    }
}
