package io.sylion.platform.ai;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.ai.adapter.local.ExtractiveChatModel;
import io.sylion.platform.ai.adapter.local.LocalEmbeddings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** Chooses the models by configuration; see {@link ModelSettings}. */
@ApplicationScoped
public class ModelProducer {
    @Inject
    Config config;

    @Produces
    @ApplicationScoped
    ChatModel chatModel() {
        ModelSettings settings = ModelSettings.chat(config);
        return switch (settings.provider()) {
            case "local" -> new ExtractiveChatModel();
            default -> throw unknown(settings.provider());
        };
    }

    @Produces
    @ApplicationScoped
    EmbeddingModel embeddingModel() {
        ModelSettings settings = ModelSettings.embedding(config);
        return switch (settings.provider()) {
            case "local" -> LocalEmbeddings.model();
            default -> throw unknown(settings.provider());
        };
    }

    @Produces
    ModelInfo info() {
        ModelSettings chat = ModelSettings.chat(config);
        ModelSettings embedding = ModelSettings.embedding(config);
        return new ModelInfo(
                chat.provider(), chat.model(), embedding.provider(), embedding.model(), embedding.dimension());
    }

    private static ModelFailure unknown(String provider) {
        return new ModelFailure(Kind.MISCONFIGURED, "no provider of models is called " + provider);
    }
}
