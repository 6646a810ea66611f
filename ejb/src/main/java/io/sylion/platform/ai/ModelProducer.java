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
import io.sylion.platform.guard.CircuitBreaker;
import io.sylion.platform.guard.Circuits;
import io.sylion.platform.measure.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** Chooses the models by configuration, each behind a guard of its own; see {@link ModelSettings}. */
@ApplicationScoped
public class ModelProducer {
    /** As the providers advise. */
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

    private static final int FAILURES_IN_A_ROW = 8;
    private static final Duration PAUSE = Duration.ofSeconds(15);

    @Inject
    Config config;

    @Inject
    Meters meters;

    @Inject
    Circuits circuits;

    @Inject
    Clock clock;

    @Produces
    @ApplicationScoped
    ChatModel chatModel() {
        ModelSettings settings = ModelSettings.chat(config);
        return new GuardedChatModel(chat(settings), guard("answer", settings));
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
        ModelSettings settings = ModelSettings.embedding(config);
        return new GuardedEmbeddingModel(embedding(settings), settings, guard("embedding", settings));
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
        String name = name("search", settings);
        GuardedManagedSearch search = new GuardedManagedSearch(
                new VertexSearch(settings),
                () -> breaker(name),
                breaker -> new ModelGuard("search", settings, breaker, meters, FIRST_DELAY));
        circuits.register(name, search::isResting);
        return search;
    }

    @Produces
    ModelInfo info() {
        ModelSettings chat = ModelSettings.chat(config);
        ModelSettings embedding = ModelSettings.embedding(config);
        return new ModelInfo(
                chat.provider(), chat.model(), embedding.provider(), embedding.model(), embedding.dimension());
    }

    private ModelGuard guard(String purpose, ModelSettings settings) {
        String name = name(purpose, settings);
        CircuitBreaker breaker = breaker(name);
        circuits.register(name, breaker::isOpen);
        return new ModelGuard(purpose, settings, breaker, meters, FIRST_DELAY);
    }

    private static String name(String purpose, ModelSettings settings) {
        return settings.provider() + " " + purpose;
    }

    private CircuitBreaker breaker(String name) {
        return new CircuitBreaker(
                name,
                config.getOptionalValue("sylion.ai.breaker-failures", Integer.class)
                        .orElse(FAILURES_IN_A_ROW),
                config.getOptionalValue("sylion.ai.breaker-pause", Duration.class)
                        .orElse(PAUSE),
                clock);
    }

    private static ModelFailure unknown(String provider) {
        return new ModelFailure(Kind.MISCONFIGURED, "no provider of models is called " + provider);
    }
}
