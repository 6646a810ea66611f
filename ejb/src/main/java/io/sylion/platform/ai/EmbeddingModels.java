package io.sylion.platform.ai;

import dev.langchain4j.model.embedding.EmbeddingModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/**
 * Embedding models by name: that of the configuration, and former ones, which are asked as long as vectors of theirs serve. Each
 * is made when it is wanted first and has a guard of its own, so that a former provider that is away holds nobody else up.
 */
@ApplicationScoped
public class EmbeddingModels {
    private static final String PURPOSE = "embedding";

    @Inject
    Config config;

    @Inject
    ModelGuards guards;

    private final Map<Name, EmbeddingModel> made = new ConcurrentHashMap<>();

    private record Name(String provider, String model, int dimension) {
        static Name of(ModelSettings settings) {
            return new Name(settings.provider(), settings.model(), settings.dimension());
        }
    }

    /** The one that the configuration names. */
    public EmbeddingModel configured() {
        return made.computeIfAbsent(
                Name.of(ModelSettings.embedding(config)), name -> guarded(ModelSettings.embedding(config)));
    }

    /**
     * The model of this name.
     *
     * @throws ModelFailure when the configuration no longer says how to ask it
     */
    public EmbeddingModel named(String provider, String model, int dimension) {
        return made.computeIfAbsent(
                new Name(provider, model, dimension),
                name -> guarded(ModelSettings.embedding(config, provider, model, dimension)));
    }

    private EmbeddingModel guarded(ModelSettings settings) {
        boolean former = !settings.equals(ModelSettings.embedding(config));
        String circuit = settings.provider() + " " + PURPOSE + (former ? " " + settings.model() : "");
        return new GuardedEmbeddingModel(
                ModelProducer.embedding(settings), settings, guards.guard(PURPOSE, circuit, settings));
    }
}
